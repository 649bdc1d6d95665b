import type { Briefing } from '#core/briefing';
import type { Position } from '#core/position';
import type { Inline, Reply, RichText } from '#core/reply';
import type { Speaker } from '#core/speaker';
import { nameAtStart, nameInLine } from '#lookup/labels';
import { action, actions, answer, context, heading, strong } from '../blocks.ts';
import { evidenceText } from './positions.ts';
import { STANCE_LABELS } from './stance-labels.ts';

/** One of the two that are put face to face. */
export interface Party {
  readonly label: string;
  /** What to ask for to get them alone. */
  readonly actor: string;
  readonly positions: readonly Position[];
}

const EMPTY_CELL: RichText = [{ text: 'no statement found', style: 'emphasis' }];

/** Two sides face to face, stance by stance; what only one of them takes stands opposite “no statement found”. */
export function compare({ article }: Briefing, left: Party, right: Party): Reply {
  const cell = ({ label: name, positions }: Party, label: string): RichText => {
    const matching = positions.filter(({ stance }) => STANCE_LABELS[stance] === label);
    if (matching.length === 0) return EMPTY_CELL;
    return matching.flatMap((position, index): readonly Inline[] => [
      index === 0 ? '' : '; ',
      ...(position.speaker.name === name ? [] : [strong(nameOf(position.speaker, index === 0)), ' — ']),
      ...evidenceText(article, position),
    ]);
  };
  const labels = labelsOf(left, right);
  return answer(
    heading(`${left.label} and ${right.label}`, 2),
    context(article.title),
    {
      type: 'table',
      columns: ['Stance', left.label, right.label],
      rows:
        labels.length === 0
          ? [[['any'], EMPTY_CELL, EMPTY_CELL]]
          : labels.map((label) => [[strong(label)], cell(left, label), cell(right, label)]),
    },
    actions(
      ...[left, right]
        .filter(({ positions }) => positions.length > 0)
        .map(({ label, actor }) => action(label, 'positions', { article: article.id, actor })),
    ),
  );
}

const nameOf = (speaker: Speaker, first: boolean): string => (first ? nameAtStart(speaker) : nameInLine(speaker));

/** The stances that either takes: first those of both, then the left one's, then the right one's. */
function labelsOf(left: Party, right: Party): readonly string[] {
  const [ours = [], theirs = []] = [left, right].map(({ positions }) =>
    positions.map(({ stance }) => STANCE_LABELS[stance]),
  );
  return [...new Set([...ours.filter((label) => theirs.includes(label)), ...ours, ...theirs])];
}
