import { MESSAGES } from '#core/messages/index';
/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;
/** The path of a value: `blocks/3/text`. */
export type Path = string;

export const isMap = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const MAX_URL_LENGTH = 3000;

/** Returns violations in a text object: its type, its length, and active markup. */
export function textFaults(given: unknown, path: Path, max: number, kind?: 'plain_text'): readonly string[] {
  if (!isMap(given)) return [`${path}: no text`];
  const { type, text, emoji, verbatim } = given;
  if (type !== 'plain_text' && type !== 'mrkdwn') return [`${path}: ${type} is no text`];
  if (typeof text !== 'string' || text.trim() === '') return [`${path}: no letters`];
  return [
    ...(kind !== undefined && type !== kind ? [`${path}: ${type}, not ${kind}`] : []),
    ...(text.length > max ? [`${path}: ${text.length} characters, more than ${max}`] : []),
    ...(emoji !== undefined && type !== 'plain_text' ? [`${path}: emoji is for plain text`] : []),
    ...(verbatim !== undefined && type !== 'mrkdwn' ? [`${path}: verbatim is for markup`] : []),
    ...(type === 'mrkdwn' ? markupFaults(text, path) : []),
  ];
}

// <https://paper.example/a?b=1&amp;c=2|The Paper>
const LINK = /<(https?:\/\/[^<>|\s]+)(?:\|[^<>|]*)?>/g;

/** Patterns of whole lines of ours that mention a user or a channel; they contain no text of an article. */
const OURS = new RegExp(
  `^(?:${[
    ...Object.values(MESSAGES).map((texts) => patternOf(texts['chat.sharedBy'], 'user', '<@[UW]\\w+>')),
    'Onrecord cannot write in <#[CG]\\w+>: invite it there with /invite\\.',
  ].join('|')})$`,
);

function patternOf(template: string, name: string, value: string): string {
  return template.split(`{${name}}`).map(RegExp.escape).join(value);
}

/** Only our links may be active; all other markup must be escaped. */
function markupFaults(text: string, path: Path): readonly string[] {
  if (OURS.test(text)) return [];
  const links = [...text.matchAll(LINK)].map(([, url = '']) => url);
  const rest = text.replace(LINK, '');
  return [
    ...(/[<>]/.test(rest) ? [`${path}: < or > is not escaped`] : []),
    ...(/&(?!(?:amp|lt|gt);)/.test(text) ? [`${path}: & is not escaped`] : []),
    ...links.flatMap((url) => (url.length > MAX_URL_LENGTH ? [`${path}: an address too long`] : [])),
  ];
}

const CONTAINERS: Readonly<Record<string, readonly string[]>> = {
  rich_text: ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'],
  rich_text_list: ['rich_text_section'],
};
const LEAVES = ['text', 'link', 'channel'];

/** Returns violations in rich text: it is empty, has unknown elements, or mentions users. */
export function richFaults(container: Json, path: Path): readonly string[] {
  const elements = listOf(container.elements);
  const allowed = CONTAINERS[`${container.type}`] ?? LEAVES;
  return [
    ...(elements.length === 0 ? [`${path}: empty`] : []),
    ...elements.flatMap((element, at) => {
      const here = `${path}/elements/${at}`;
      if (!isMap(element)) return [`${here}: no element`];
      if (!allowed.includes(`${element.type}`)) return [`${here}: ${element.type} does not belong here`];
      return allowed === LEAVES ? leafFaults(element, here) : richFaults(element, here);
    }),
    ...(container.type === 'rich_text_list' && !['bullet', 'ordered'].includes(`${container.style}`)
      ? [`${path}: a list without a style`]
      : []),
  ];
}

function leafFaults({ type, text, url, channel_id }: Json, path: Path): readonly string[] {
  if (type === 'channel') return /^[CG][A-Z0-9]+$/.test(`${channel_id}`) ? [] : [`${path}: no channel`];
  const address = typeof url === 'string' ? url : '';
  return [
    ...(typeof text === 'string' && text !== '' ? [] : [`${path}: no letters`]),
    ...(type === 'link' && !/^https?:\/\/\S+$/.test(address) ? [`${path}: no web address`] : []),
    ...(address.length > MAX_URL_LENGTH ? [`${path}: an address too long`] : []),
  ];
}

// Control characters except line feeds, bidirectional controls, lone surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const DRIVING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

/** Finds strings with such characters anywhere in a value. */
export function stringFaults(value: unknown, path: Path): readonly string[] {
  if (typeof value === 'string') {
    return DRIVING.test(value) || !value.isWellFormed() ? [`${path}: letters that drive a display`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringFaults(inner, `${path}/${key}`));
}
