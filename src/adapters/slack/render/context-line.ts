import type { types } from '@slack/bolt';
import type { RichText, Styled } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { LIMITS } from '../limits.ts';
import { addressOf, escaped, isChannel, plainText } from './rich-text.ts';

/** The part of a context line in one element: plain text, or text that needs markup. */
interface ContextPart {
  readonly text: string;
  readonly mrkdwn?: string;
}

/** Text that Slack's markup would parse as formatting or as an emoji name, and that cannot be escaped. */
const MARKS = /[*_~`|]|:[\w+'-]+:/;

/**
 * A context line in Slack's small grey type: plain text, and markup only for links and code. Undefined if it does not
 * fit, or would be split into parts: Slack leaves a gap between two elements.
 */
export function contextBlock(text: RichText): types.ContextBlock | undefined {
  const parts = text.map(partOf).reduce<readonly ContextPart[]>(mergePlain, []);
  const apart = parts.every(({ text }, at) => at === 0 || /\s$/.test(parts[at - 1]?.text ?? '') || /^\s/.test(text));
  const elements = parts.filter(({ text }) => text.trim() !== '').map(elementOf);
  const fits = elements.every(({ text }) => text.length <= LIMITS.text);
  if (!apart || !fits || elements.length === 0 || elements.length > LIMITS.contextElements) return undefined;
  return { type: 'context', elements };
}

function partOf(piece: RichText[number]): ContextPart {
  const { text: given, style, href, channel }: Styled = typeof piece === 'string' ? { text: piece } : piece;
  const text = sanitize(given);
  if (isChannel(channel)) return { text, mrkdwn: `<#${channel}>` };
  const url = addressOf(href);
  if (MARKS.test(text) || text.trim() === '') return { text };
  if (url !== undefined) return { text, mrkdwn: `<${addressInMarkup(url)}|${escaped(text.trim())}>` };
  return style === 'code' ? { text, mrkdwn: `\`${escaped(text.trim())}\`` } : { text };
}

/** Escapes characters that would end the link. A tilde is kept: `#:~:text=` selects the words by exact text. */
const addressInMarkup = (url: string): string =>
  escaped(url.replace(/[|<>`*_]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`));

const mergePlain = (parts: readonly ContextPart[], part: ContextPart): readonly ContextPart[] => {
  const last = parts.at(-1);
  return last && last.mrkdwn === undefined && part.mrkdwn === undefined
    ? [...parts.slice(0, -1), { text: last.text + part.text }]
    : [...parts, part];
};

const elementOf = ({ text, mrkdwn }: ContextPart): types.PlainTextElement | types.MrkdwnElement =>
  mrkdwn === undefined ? plainText(text.trim()) : { type: 'mrkdwn', text: mrkdwn, verbatim: true };
