import { typed } from './unescape.ts';

/** A message as it comes with a shortcut; what of it is there, nobody promises. */
export interface Posted {
  readonly text?: string | null;
  readonly blocks?: readonly unknown[] | null;
  readonly files?: readonly Attached[] | null;
  /** A message passed on from elsewhere, and what many bots post. */
  readonly attachments?: readonly unknown[] | null;
  readonly bot_id?: string;
}

/** A file of a message: https://docs.slack.dev/reference/objects/file-object */
export interface Attached {
  readonly id?: string;
  readonly name?: string | null;
  readonly filetype?: string;
  /** Bytes. */
  readonly size?: number;
  readonly url_private?: string;
  readonly url_private_download?: string;
  /** `tombstone`: deleted; `hidden_by_limit`: too old to be shown. */
  readonly mode?: string;
  /** `check_file_info`: from another workspace, to be looked up. */
  readonly file_access?: string;
}

/** The words of a message; where it has none of its own, those of what it passes on. */
export function wordsOf({ attachments, ...message }: Posted): string {
  const own = ownWords(message);
  return own === '' ? together((attachments ?? []).map(passedOn)) : own;
}

/** What a person wrote is read from its rich text, where `*` is a star and not a mark. */
function ownWords({ text, blocks, bot_id }: Posted): string {
  const drawn = together((blocks ?? []).map(wordsIn));
  const said = typed(text ?? '').trim();
  if (drawn === '') return said;
  // A bot's text is a summary of its blocks, a person's is the message itself.
  return bot_id !== undefined || isRich(blocks ?? []) || said === '' ? drawn : said;
}

/** The words of an attachment: https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
function passedOn(attachment: unknown): string {
  const messages = list(attachment, 'message_blocks').map((one) => field(one, 'message'));
  const drawn = [attachment, ...messages].flatMap((one) => each(one, 'blocks'));
  const said = ['pretext', 'title', 'text'].map((name) => typed(own(attachment, name)));
  return together(drawn) || together(said);
}

/** The files of a message, and of what it passes on. */
export const filesOf = ({ files, attachments }: Posted): readonly Attached[] =>
  [...(files ?? []), ...(attachments ?? []).flatMap((one) => list(one, 'files'))].filter(
    (file): file is Attached => typeof file === 'object' && file !== null,
  );

const together = (texts: readonly string[]): string => texts.filter(Boolean).join('\n\n').trim();

const isRich = (blocks: readonly unknown[]): boolean => blocks.every((block) => field(block, 'type') === 'rich_text');

/** The words in a block or a part of one; what nobody reads (buttons, dividers, pictures) has none. */
function wordsIn(part: unknown): string {
  const type = field(part, 'type');
  return typeof type === 'string' && Object.hasOwn(WORDS, type) ? (WORDS[type]?.(part) ?? '') : '';
}

const WORDS: Readonly<Record<string, (part: unknown) => string>> = {
  rich_text: (part) => each(part, 'elements').join('\n\n'),
  rich_text_section: (part) => each(part, 'elements').join(''),
  rich_text_quote: (part) => each(part, 'elements').join(''),
  rich_text_preformatted: (part) => each(part, 'elements').join(''),
  rich_text_list: (part) => each(part, 'elements').join('\n'),
  text: (part) => own(part, 'text'),
  link: (part) => own(part, 'text') || own(part, 'url'),
  section: (part) => [wordsIn(field(part, 'text')), ...each(part, 'fields')].filter(Boolean).join('\n'),
  header: (part) => wordsIn(field(part, 'text')),
  context: (part) => each(part, 'elements').filter(Boolean).join(' '),
  plain_text: (part) => own(part, 'text'),
  mrkdwn: (part) => typed(own(part, 'text')),
  markdown: (part) => own(part, 'text'),
};

const field = (part: unknown, name: string): unknown =>
  typeof part === 'object' && part !== null && name in part ? (part as Record<string, unknown>)[name] : undefined;

const own = (part: unknown, name: string): string => {
  const value = field(part, name);
  return typeof value === 'string' ? value : '';
};

const list = (part: unknown, name: string): readonly unknown[] => {
  const parts = field(part, name);
  return Array.isArray(parts) ? parts : [];
};

const each = (part: unknown, name: string): readonly string[] => list(part, name).map(wordsIn);
