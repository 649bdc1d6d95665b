import type { types } from '@slack/bolt';
import type { Inline, RichText, Styled } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { splitText } from '#text/truncate';
import { webAddress } from '#text/web-address';
import { LIMITS } from '../limits.ts';

/** Plain text, a link or a channel: the only rich text elements used. None contains markup, so none is escaped. */
export type Element = types.RichTextText | types.RichTextLink | types.RichTextChannelMention;

/** Whether the value is a Slack channel ID. */
export const isChannel = (id: string | undefined): id is string => id !== undefined && /^[CG][A-Z0-9]+$/.test(id);

const STYLES = {
  strong: { bold: true },
  emphasis: { italic: true },
  code: { code: true },
} as const satisfies Record<NonNullable<Styled['style']>, types.RichTextText['style']>;

/** Converts rich text to Slack's elements, without empty ones, which Slack rejects. */
export const elementsOf = (text: RichText): readonly Element[] => mergeRuns(text.flatMap(elementOf));

function elementOf(piece: Inline): readonly Element[] {
  const { text, style, href, channel }: Styled = typeof piece === 'string' ? { text: piece } : piece;
  const letters = sanitize(text);
  if (isChannel(channel)) return [{ type: 'channel', channel_id: channel }];
  if (letters === '') return [];
  const styled = style === undefined ? {} : { style: STYLES[style] };
  const url = addressOf(href);
  if (url !== undefined) return [{ type: 'link', url, text: letters, ...styled }];
  return splitText(letters, LIMITS.text).map((part): Element => ({ type: 'text', text: part, ...styled }));
}

/**
 * Converts the app's own or sanitized text without changes. Long text becomes several adjacent elements, as the limit
 * of one is not documented.
 */
export const literal = (text: string): readonly Element[] =>
  splitText(text, LIMITS.text).map((part) => ({ type: 'text', text: part }));

/** Merges adjacent elements without a style, to keep the message short. */
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
 * The URL of a link; undefined if it is not a web URL. One too long for Slack loses its text fragment: it opens the
 * article instead of the quoted words.
 */
export function addressOf(href: string | undefined): string | undefined {
  const address = webAddress(href);
  if (address === undefined) return undefined;
  return [address, address.split('#')[0] ?? ''].find(({ length }) => length <= LIMITS.url);
}

/** Converts text to Slack's plain text object; colons and formatting characters are kept literally. */
export const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });

/** Escapes text in which Slack parses markup: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
