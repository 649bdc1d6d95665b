import type { Edit } from '#core/article';
import { turnsOf } from '#text/turns';
import type { Block } from './blocks.ts';

// JO MARSH
// When will the bridge open?
// ^^^^^^^^^^^^^^^^^^^^^^^^^^ in some transcripts, a name stands above what that person says
const NAME_ALONE = /^(?:\p{Lu}[\p{L}\p{M}.'’-]+)(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;

/** A shorter line may be another heading. */
const MIN_WORDS = 4;

/** Blocks with quotation marks, as a fraction of all, above which names on their lines do not indicate a transcript. */
const MAX_MARKED = 0.2;

/** The blocks of a text, and the edits that make a name and the words below it read as one paragraph. */
export interface TurnBlocks {
  readonly blocks: readonly Block[];
  readonly edits: readonly Edit[];
}

/** Joins each name that stands alone on its line with the block below it, if the text is a transcript. */
export function joinTurnHeads(blocks: readonly Block[]): TurnBlocks {
  const unchanged = { blocks, edits: [] };
  if (!blocks.some(({ text }) => NAME_ALONE.test(text))) return unchanged;
  if (blocks.filter(({ text }) => /["“”]/.test(text)).length > blocks.length * MAX_MARKED) return unchanged;
  // In a live report, the name below a time is that of who wrote the entry.
  if (blocks.some(({ text }) => /^\d{1,2}[:.h]\d{2}\b/.test(text))) return unchanged;
  const joined: Block[] = [];
  const edits: Edit[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [head, words] = [blocks[at] as Block, blocks[at + 1]];
    if (!words || !isTurnHead(head, words)) {
      joined.push(head);
      continue;
    }
    joined.push({ start: head.start, end: words.end, text: `${head.text}: ${words.text}` });
    edits.push(...nameEdits(head), { start: head.end, end: words.start, replacement: ': ' });
    at += 1;
  }
  return turnsOf(joined.map(({ text }) => text)) ? { blocks: joined, edits } : unchanged;
}

const isTurnHead = (head: Block, words: Block): boolean =>
  NAME_ALONE.test(head.text) &&
  !NAME_ALONE.test(words.text) &&
  words.text.split(' ').length >= MIN_WORDS &&
  /[.!?…]$/.test(words.text);

/** An upper-case name is read in title case, as it stands elsewhere. */
function nameEdits({ start, end, text }: Block): Edit[] {
  if (/\p{Ll}/u.test(text)) return [];
  return [
    { start, end, replacement: text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) },
  ];
}
