import type { Briefing } from '#core/briefing';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Position } from '#core/position';
import type { Inline, Reply, RichText } from '#core/reply';
import type { Speaker } from '#core/speaker';
import { nameAtStart, nameInLine } from '#lookup/labels';
import { action, actions, answer, context, heading, strong } from '../blocks.ts';
import { evidenceText } from './positions.ts';
import { STANCE_LABELS, type StanceLabel } from './stance-labels.ts';

/** One of the two sides being compared. */
export interface Party {
  readonly label: string;
  /** The name with which to request this side alone. */
  readonly actor: string;
  readonly positions: readonly Position[];
}

/** Compares two sides by stance; if only one of them has a stance, the other shows “no statement found”. */
export function compare({ article }: Briefing, left: Party, right: Party, t: Translate = inEnglish): Reply {
  const emptyCell: RichText = [{ text: t('positions.noStatement'), style: 'emphasis' }];
  const cell = ({ label: name, positions }: Party, label: StanceLabel): RichText => {
    const matching = positions.filter(({ stance }) => STANCE_LABELS[stance] === label);
    if (matching.length === 0) return emptyCell;
    return matching.flatMap((position, index): readonly Inline[] => [
      index === 0 ? '' : '; ',
      ...(position.speaker.name === name ? [] : [strong(nameOf(position.speaker, index === 0)), ' — ']),
      ...evidenceText(article, position, t),
    ]);
  };
  const labels = labelsOf(left, right);
  return answer(
    heading(t('positions.both', { left: left.label, right: right.label }), 2),
    context(article.title),
    {
      type: 'table',
      columns: [t('positions.stance'), left.label, right.label],
      rows:
        labels.length === 0
          ? [[[t('positions.any')], emptyCell, emptyCell]]
          : labels.map((label) => [[strong(t(label))], cell(left, label), cell(right, label)]),
    },
    actions(
      ...[left, right]
        .filter(({ positions }) => positions.length > 0)
        .map(({ label, actor }) => action(label, 'positions', { article: article.id, actor })),
    ),
  );
}

const nameOf = (speaker: Speaker, first: boolean): string => (first ? nameAtStart(speaker) : nameInLine(speaker));

/** The stances of either side: first those of both, then the left one's, then the right one's. */
function labelsOf(left: Party, right: Party): readonly StanceLabel[] {
  const [ours = [], theirs = []] = [left, right].map(({ positions }) =>
    positions.map(({ stance }) => STANCE_LABELS[stance]),
  );
  return [...new Set([...ours.filter((label) => theirs.includes(label)), ...ours, ...theirs])];
}
