import type { APIComponentInContainer } from 'discord.js';
import type { Drawable } from '#chat/paginate/drawable';
import { type Drawn, drawBlock } from './blocks.ts';
import { SEPARATOR, TYPE, type UsedTokens } from './components.ts';
import { bareLine, type MarkupLine } from './links.ts';

/** A section of a message: consecutive lines, or one component that is not text. */
export type Section = { readonly lines: readonly MarkupLine[] } | { readonly component: APIComponentInContainer };

/** Groups blocks in reading order, merging adjacent texts. */
export function layoutSections(drawables: readonly Drawable[]): readonly Section[] {
  const used: UsedTokens = new Set();
  const sections: Section[] = [];
  const seen: Drawable[] = [];
  for (const block of drawables) {
    const drawn = drawBlock(block, used);
    if (isEmpty(drawn)) continue;
    if ('components' in drawn) for (const component of drawn.components) addComponent(sections, component);
    else {
      if (drawn.rule) addComponent(sections, SEPARATOR);
      addLines(sections, drawn.lines, !startsWithHeading(drawn.lines) && isApart(seen.at(-2), seen.at(-1), block));
    }
    seen.push(block);
  }
  return sections;
}

const isEmpty = (drawn: Drawn): boolean => ('lines' in drawn ? drawn.lines : drawn.components).length === 0;

/** Separators divide what precedes them from what follows; consecutive ones are merged. */
function addComponent(sections: Section[], component: APIComponentInContainer): void {
  const last = sections.at(-1);
  const parted = last === undefined || ('component' in last && last.component.type === TYPE.separator);
  if (component.type !== TYPE.separator || !parted) sections.push({ component });
}

function addLines(sections: Section[], lines: readonly MarkupLine[], apart: boolean): void {
  const last = sections.at(-1);
  if (last === undefined || !('lines' in last)) sections.push({ lines });
  else sections[sections.length - 1] = { lines: [...last.lines, ...(apart ? [[]] : []), ...lines] };
}

/** Headings have their own spacing. */
const startsWithHeading = ([line]: readonly MarkupLine[]): boolean => /^#{1,3} /.test(bareLine(line ?? []));

/** Whether an empty line precedes a block: small print belongs to the block above it. */
function isApart(name: Drawable | undefined, before: Drawable | undefined, { type }: Drawable): boolean {
  if (before?.type === 'heading') return false;
  if (type === 'context') return before?.type !== 'paragraph' && before?.type !== 'context';
  return !(before?.type === 'context' && name?.type === 'heading' && name.level === 3);
}
