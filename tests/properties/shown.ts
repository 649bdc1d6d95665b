import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { Block } from '#core/reply';
import { brief as briefReply, quotes as quotesReply } from '#replies';
import { wordsInBlocks } from '#replies/word-count';

/** The text with its edits applied and white space folded. */
function readable({ text, edits }: Article): string {
  let read = '';
  let at = 0;
  for (const { start, end, replacement } of edits) {
    read += text.slice(at, start) + replacement;
    at = end;
  }
  return fold(read + text.slice(at));
}

/** All quotations in the answers to `/brief` and `/quotes` that are not in the file. */
export function misquoted(briefing: Briefing, file = readable(briefing.article)): string[] {
  return shownQuotations(briefing).filter((words) => !file.includes(words));
}

/** The words of all shown quotations, each part separately. */
export const shownQuotations = (briefing: Briefing): string[] => allBlocks(briefing).flatMap(quotationsIn);

/** The number of quotations on a page of `/quotes`. */
const A_PAGE = 5;

/** A limit for the test, because hostile texts have tens of thousands. */
const MOST = 600;

function allBlocks(briefing: Briefing): Block[] {
  const asked = { speaker: undefined, kind: undefined, about: undefined, page: 1 };
  const blocks = [...briefReply(briefing, 'full').blocks];
  for (let from = 0; from < Math.min(briefing.attributions.length, MOST); from += A_PAGE) {
    const shown = briefing.attributions.slice(from, from + A_PAGE);
    blocks.push(...quotesReply(briefing, { shown, hidden: 0, speakers: [] }, asked).blocks);
  }
  return blocks;
}

const MAX_SHORT_WORDS = 180;

/** The faults of a short brief: it exceeds its limit, or repeats words. */
export function faultsOfBrief(briefing: Briefing): string[] {
  const [top, { blocks }] = [briefReply(briefing, 'headline'), briefReply(briefing, 'short')];
  const words = wordsInBlocks(blocks);
  const items = blocks.flatMap((block) =>
    block.type === 'list' ? block.items.map((item) => JSON.stringify(item)) : quotationsIn(block),
  );
  return [
    ...(words > Math.max(MAX_SHORT_WORDS, wordsInBlocks(top.blocks)) ? [`a short brief of ${words} words`] : []),
    ...items.filter((item, index) => items.indexOf(item) !== index).map((item) => `shown twice: ${item}`),
  ];
}

const quotationsIn = (block: Block): readonly string[] => (block.type === 'quote' ? block.text : []);

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
