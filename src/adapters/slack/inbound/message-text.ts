import { isLabelled, labelledAddresses, unescapeText } from './unescape.ts';

/** A message as received with a shortcut; Slack guarantees none of its fields. */
export interface SlackMessage {
  readonly text?: string | null;
  readonly blocks?: readonly unknown[] | null;
  readonly files?: readonly SlackFile[] | null;
  /** Forwarded messages, and the content of many bot messages. */
  readonly attachments?: readonly unknown[] | null;
  readonly bot_id?: string;
}

/** A file of a message: https://docs.slack.dev/reference/objects/file-object */
export interface SlackFile {
  readonly id?: string;
  readonly name?: string | null;
  readonly filetype?: string;
  /** Bytes. */
  readonly size?: number;
  readonly url_private?: string;
  readonly url_private_download?: string;
  /** `tombstone`: deleted; `hidden_by_limit`: too old to be shown. */
  readonly mode?: string;
  /** `check_file_info`: from another workspace; its data must be fetched. */
  readonly file_access?: string;
}

/** Returns the text of a message; if it has none, the text of its attachments. */
export function textOf({ attachments, ...message }: SlackMessage): string {
  const own = ownText(message);
  return own === '' ? joinParagraphs((attachments ?? []).map(attachmentText)) : own;
}

/** Returns the URLs of links whose text is not a URL. */
export const linksBehind = ({ text, blocks }: SlackMessage): readonly string[] => [
  ...new Set([...(blocks ?? []).flatMap(addressesIn), ...labelledAddresses(text ?? '')]),
];

function addressesIn(part: unknown): readonly string[] {
  const [url, label] = [stringProperty(part, 'url'), stringProperty(part, 'text')];
  const own = property(part, 'type') === 'link' && label !== '' && isLabelled(url, label) ? [url] : [];
  return [...own, ...listProperty(part, 'elements').flatMap(addressesIn)];
}

/** Returns the message's own text; for a user, from its rich text, where `*` is a literal asterisk. */
function ownText({ text, blocks, bot_id }: SlackMessage): string {
  const drawn = joinParagraphs((blocks ?? []).map(blockText));
  const said = unescapeText(text ?? '').trim();
  if (drawn === '') return said;
  // A bot's text is a summary of its blocks, a user's is the message itself.
  return bot_id !== undefined || isRich(blocks ?? []) || said === '' ? drawn : said;
}

/** The text of an attachment: https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
function attachmentText(attachment: unknown): string {
  const messages = listProperty(attachment, 'message_blocks').map((item) => property(item, 'message'));
  const drawn = [attachment, ...messages].flatMap((item) => textsIn(item, 'blocks'));
  const said = ['pretext', 'title', 'text'].map((name) => unescapeText(stringProperty(attachment, name)));
  return joinParagraphs(drawn) || joinParagraphs(said);
}

/** Returns the files of a message and of its attachments. */
export const filesOf = ({ files, attachments }: SlackMessage): readonly SlackFile[] =>
  [...(files ?? []), ...(attachments ?? []).flatMap((attachment) => listProperty(attachment, 'files'))].filter(
    (file): file is SlackFile => typeof file === 'object' && file !== null,
  );

const joinParagraphs = (texts: readonly string[]): string => texts.filter(Boolean).join('\n\n').trim();

const isRich = (blocks: readonly unknown[]): boolean =>
  blocks.every((block) => property(block, 'type') === 'rich_text');

/** The text of a block or of part of one; blocks without readable text (buttons, dividers, pictures) have none. */
function blockText(part: unknown): string {
  const type = property(part, 'type');
  return typeof type === 'string' && Object.hasOwn(TEXT_BY_TYPE, type) ? (TEXT_BY_TYPE[type]?.(part) ?? '') : '';
}

const TEXT_BY_TYPE: Readonly<Record<string, (part: unknown) => string>> = {
  rich_text: (part) => textsIn(part, 'elements').join('\n\n'),
  rich_text_section: (part) => textsIn(part, 'elements').join(''),
  rich_text_quote: (part) => textsIn(part, 'elements').join(''),
  rich_text_preformatted: (part) => textsIn(part, 'elements').join(''),
  rich_text_list: (part) => textsIn(part, 'elements').join('\n'),
  text: (part) => stringProperty(part, 'text'),
  link: (part) => stringProperty(part, 'text') || stringProperty(part, 'url'),
  section: (part) => [blockText(property(part, 'text')), ...textsIn(part, 'fields')].filter(Boolean).join('\n'),
  header: (part) => blockText(property(part, 'text')),
  context: (part) => textsIn(part, 'elements').filter(Boolean).join(' '),
  plain_text: (part) => stringProperty(part, 'text'),
  mrkdwn: (part) => unescapeText(stringProperty(part, 'text')),
  markdown: (part) => stringProperty(part, 'text'),
  raw_text: (part) => stringProperty(part, 'text'),
  table: (part) => listProperty(part, 'rows').map(rowText).join('\n'),
};

const property = (part: unknown, name: string): unknown =>
  typeof part === 'object' && part !== null && name in part ? (part as Record<string, unknown>)[name] : undefined;

const stringProperty = (part: unknown, name: string): string => {
  const value = property(part, name);
  return typeof value === 'string' ? value : '';
};

const listProperty = (part: unknown, name: string): readonly unknown[] => {
  const parts = property(part, name);
  return Array.isArray(parts) ? parts : [];
};

const textsIn = (part: unknown, name: string): readonly string[] => listProperty(part, name).map(blockText);

/** The text of a table row: its non-empty cells. */
const rowText = (row: unknown): string =>
  (Array.isArray(row) ? row : [])
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join(': ');
