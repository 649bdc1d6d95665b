import { firstPart } from './truncate.ts';

// JO MARSH: When will the bridge open?     [00:12:40] Jo Marsh: Monday.
// ^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^                ^^^^^^^^  ^^^^^^^ what follows a name is what that person says, up to the next name
const LABEL =
  /^\s*(?:[[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?[ \u00a0]+)?((?:\p{Lu}[\p{L}\p{M}.'’-]*)(?:[ \u00a0](?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:de|van|von|der|den|la|al|bin)(?=[ \u00a0]))){0,4}(?:[ \u00a0]\([^()]{2,40}\))?)[ \u00a0]?:[ \u00a0\n]+(?=\S)/u;
const MAX_LABEL = 120;

/** A text is a transcript if at least this number and share of paragraphs begin with a name. */
const MIN_TURNS = 3;
const MIN_SHARE = 0.5;
/** Labels that occur only once may be headings. */
const MIN_REPEATED = 0.6;

/** The label at the start of a paragraph of a transcript; offsets into the paragraph. */
export interface Turn {
  readonly label: string;
  readonly labelStart: number;
  /** The offset of the spoken words. */
  readonly start: number;
}

/** The turn that begins in each paragraph of a transcript; undefined if the text is not a transcript. */
export function turnsOf(paragraphs: readonly string[]): readonly (Turn | undefined)[] | undefined {
  const turns = paragraphs.map(turnOf);
  const labels = turns.flatMap((turn) => turn?.label ?? []);
  if (labels.length < MIN_TURNS || labels.length < turns.length * MIN_SHARE) return undefined;
  const counts = Map.groupBy(labels, (label) => label);
  const repeated = labels.filter((label) => (counts.get(label)?.length ?? 0) > 1);
  return counts.size > 1 && repeated.length >= labels.length * MIN_REPEATED ? turns : undefined;
}

function turnOf(paragraph: string): Turn | undefined {
  const match = LABEL.exec(firstPart(paragraph, MAX_LABEL));
  if (!match) return undefined;
  const [whole, label = ''] = match;
  return { label, labelStart: whole.indexOf(label), start: whole.length };
}
