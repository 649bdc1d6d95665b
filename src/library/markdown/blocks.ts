import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { decodeString } from 'micromark-util-decode-string';
import type { Piece } from '../edits.ts';
import { blockOf, type StoryBlock } from '../story-blocks.ts';

type Token = ReturnType<typeof postprocess>[number][1];

/** Text copied from a page is often indented: four spaces do not make it code. */
const READABLE_TOKENS = { disable: { null: ['codeIndented'] } };

/** Tokens that are not visible: pictures, link destinations, notes and references to them. */
const HIDDEN = new Set([
  'image',
  'resource',
  'reference',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'definition',
  'table',
]);
const SEEN = new Set([
  'data',
  'characterEscapeValue',
  'codeTextData',
  'autolinkProtocol',
  'autolinkEmail',
  'literalAutolinkHttp',
  'literalAutolinkWww',
  'literalAutolinkEmail',
  'lineEnding',
]);
const BLOCKS = new Set(['paragraph', 'atxHeadingText', 'setextHeadingText', 'htmlFlow']);
// <p>Text of the story, set as HTML.</p>
const HTML_TEXT = /^\s*<(?:p|div|blockquote|section|article|center|span|b|i|em|strong|h[1-6])\b/i;

/**
 * Returns the paragraphs and headings of `text` from `base` on, in order, without code, tables, notes and pictures.
 *
 * Offsets refer to `text`.
 */
export function markdownBlocks(text: string, base: number): StoryBlock[] {
  const source = text.slice(base);
  const events = postprocess(
    parse({ extensions: [gfm(), READABLE_TOKENS] })
      .document()
      .write(preprocess()(source, undefined, true)),
  );
  const blocks: StoryBlock[] = [];
  let hidden = 0;
  let level = 0;
  let pieces: Piece[] | undefined;
  for (const [step, token] of events) {
    const entering = step === 'enter';
    if (HIDDEN.has(token.type)) hidden += entering ? 1 : -1;
    else if (entering && token.type === 'atxHeadingSequence' && !pieces)
      level ||= token.end.offset - token.start.offset;
    else if (!entering && token.type === 'atxHeading') level = 0;
    if (hidden > 0) continue;
    if (BLOCKS.has(token.type)) {
      if (entering) pieces = token.type === 'htmlFlow' ? htmlPieces(source, token, base) : [];
      else {
        const depth = token.type === 'setextHeadingText' ? setextLevel(source, token) : level;
        const block = blockOf(text, depth, pieces ?? []);
        if (block) blocks.push(block);
        pieces = undefined;
      }
    } else if (entering && pieces && token.type !== 'htmlFlowData') {
      const piece = pieceOf(source, token, base);
      if (piece) pieces.push(piece);
    }
  }
  return blocks;
}

function pieceOf(source: string, { type, start, end }: Token, base: number): Piece | undefined {
  const span = { start: base + start.offset, end: base + end.offset };
  if (SEEN.has(type)) return span;
  const words = source.slice(start.offset, end.offset);
  if (type === 'characterReference') return { ...span, as: decodeString(words) };
  if (type === 'htmlText' && /^<br\b/i.test(words)) return { ...span, as: ' ' };
  return undefined;
}

/** `Title⏎=====` is a level-1 heading, `Title⏎-----` a level-2 heading. */
const setextLevel = (source: string, token: Token): number =>
  /^\s*=/.test(source.slice(token.end.offset, token.end.offset + 80)) ? 1 : 2;

/** The text between the tags of an HTML block. */
function htmlPieces(source: string, { start, end }: Token, base: number): Piece[] {
  const html = source.slice(start.offset, end.offset);
  if (!HTML_TEXT.test(html)) return [];
  return Array.from(html.matchAll(/<[^<>]*>|(&[#\w]{1,32};)|[^<&]+|[<&]/g), (match): Piece | undefined => {
    const at = base + start.offset + match.index;
    const span = { start: at, end: at + match[0].length };
    if (match[1]) return { ...span, as: decodeString(match[1]) };
    if (/^<br\b/i.test(match[0])) return { ...span, as: ' ' };
    return match[0].startsWith('<') && match[0].length > 1 ? undefined : span;
  }).filter((piece) => piece !== undefined);
}
