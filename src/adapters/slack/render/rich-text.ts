import type { types } from '@slack/bolt';
import type { Inline, RichText, Styled } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { webAddress } from '#text/web-address';
import { LIMITS } from '../limits.ts';

/** Letters, a link or a channel: all that we put into rich text. Nothing in it is markup, so nothing is escaped. */
export type Element = types.RichTextText | types.RichTextLink | types.RichTextChannelMention;

/** Whether that is Slack’s own id of a channel. */
export const isChannel = (id: string | undefined): id is string => id !== undefined && /^[CG][A-Z0-9]+$/.test(id);

const STYLES = {
  strong: { bold: true },
  emphasis: { italic: true },
  code: { code: true },
} as const satisfies Record<NonNullable<Styled['style']>, types.RichTextText['style']>;

/** Rich text as Slack's, without pieces that have no letter: Slack refuses them. */
export const elementsOf = (text: RichText): readonly Element[] => mergeRuns(text.flatMap(elementOf));

function elementOf(piece: Inline): readonly Element[] {
  const { text, style, href, channel }: Styled = typeof piece === 'string' ? { text: piece } : piece;
  const letters = sanitize(text);
  if (isChannel(channel)) return [{ type: 'channel', channel_id: channel }];
  if (letters === '') return [];
  const styled = style === undefined ? {} : { style: STYLES[style] };
  const url = addressOf(href);
  if (url !== undefined) return [{ type: 'link', url, text: letters, ...styled }];
  return splitText(letters).map((part): Element => ({ type: 'text', text: part, ...styled }));
}

/** Letters of our own or already made plain, as they are. */
export const literal = (text: string): readonly Element[] =>
  splitText(text).map((part) => ({ type: 'text', text: part }));

/** A long text as several elements that stand together: no page says how much one may hold, so none holds more. */
function splitText(text: string): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LIMITS.text) {
    const end = rest.codePointAt(LIMITS.text - 1) === rest.charCodeAt(LIMITS.text - 1) ? LIMITS.text : LIMITS.text - 1;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? parts : [...parts, rest];
}

/** Neighbours without a style are one run, so that a message says no more than it must. */
export function mergeRuns(elements: readonly Element[]): readonly Element[] {
  const runs: Element[] = [];
  for (const element of elements) {
    const last = runs.at(-1);
    if (isBare(last) && isBare(element) && last.text.length + element.text.length <= LIMITS.text) {
      runs[runs.length - 1] = { type: 'text', text: last.text + element.text };
    } else runs.push(element);
  }
  return runs;
}

const isBare = (element: Element | undefined): element is types.RichTextText =>
  element?.type === 'text' && element.style === undefined;

/**
 * Where a link leads; undefined where that is no web page. One too long for Slack loses its text fragment: it lands at
 * the article instead of on the words.
 */
export function addressOf(href: string | undefined): string | undefined {
  const address = webAddress(href);
  if (address === undefined) return undefined;
  return [address, address.split('#')[0] ?? ''].find(({ length }) => length <= LIMITS.url);
}

/** A text of our own kind for Slack's plain text objects; colons and marks stay what they are. */
export const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** Letters where Slack reads markup: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
