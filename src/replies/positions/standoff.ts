import type { Briefing } from '#core/briefing';
import { inEnglish, type Translate } from '#core/messages/index';
import type { RichText } from '#core/reply';
import { nameAtStart } from '#lookup/labels';
import { strong } from '../blocks.ts';
import { opensWithVerb, positionText } from './positions.ts';
import { STANCE_LABELS } from './stance-labels.ts';

/**
 * The opposing camps, one line each: **North Korea** denies: “The so-called cooperation is a rumor”; **South Korea**
 * urged both to stop at once
 */
export function standoffLines({ article, standoff }: Briefing, t: Translate = inEnglish): readonly RichText[] {
  const camps = [...Map.groupBy(standoff, ({ side }) => side)];
  return camps.map(([side, positions]): RichText => {
    const [{ speaker } = {}] = positions;
    const name = speaker?.name === side ? nameAtStart(speaker) : side;
    return [
      strong(name),
      ...positions.flatMap((position, at) => [
        at === 0 ? ' ' : ' · ',
        ...(opensWithVerb(article, position) ? [] : [`${t(STANCE_LABELS[position.stance])}: `]),
        positionText(article, position),
      ]),
    ];
  });
}
