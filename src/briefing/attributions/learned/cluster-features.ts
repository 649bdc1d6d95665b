import type { FeatureList } from '../../models/feature-list.ts';
import { PAD, type TokenColumns } from './token-columns.ts';

// Features by the clusters of words, so that a verb or a noun that is rare in training is read like similar ones.

/** Whether a token belongs to a cue. */
export function addCueClusters(
  list: FeatureList,
  { cluster, group, shape, shortSuffix }: TokenColumns,
  at: number,
): void {
  list.add(70, cluster[at], shortSuffix[at]);
  list.add(71, cluster[at], shape[at - 1], shape[at + 1]);
  list.add(72, cluster[at - 1], shortSuffix[at]);
  list.add(73, cluster[at + 1], shortSuffix[at]);
  list.add(74, group[at - 1], cluster[at]);
  list.add(75, cluster[at], group[at + 1]);
  list.add(76, group[at - 1], group[at], group[at + 1]);
}

/** A token as a part of the source or content of a cue. */
interface RolePlace {
  readonly at: number;
  readonly side: number;
  readonly distance: number;
  readonly marks: number;
  /** The cluster of the cue’s verb, and the group of the word after the cue. */
  readonly verb: number;
  readonly next: number;
}

/** Whether it is the source or the content. */
export function addRoleClusters(list: FeatureList, { cluster, group, shape }: TokenColumns, place: RolePlace): void {
  const { at, side, distance, marks, verb, next } = place;
  list.add(80, side, cluster[at], shape[at]);
  list.add(81, side, cluster[at], distance);
  list.add(82, side, group[at - 1], group[at], group[at + 1]);
  list.add(83, side, verb, marks);
  list.add(84, side, verb, shape[at], distance);
  list.add(85, side, verb, group[at]);
  list.add(86, side, next, verb, Math.min(distance, 4));
}

/** A candidate for an attribution, where its content and its source stand. */
interface ReportPlace {
  /** The token of its verb, of the word after the cue, and the first of its content, as rows. */
  readonly verbAt: number;
  readonly next: number;
  readonly first: number;
  /** The last token of the source, if it has one. */
  readonly sourceEnd: number | undefined;
  readonly verbKind: number;
  readonly side: number;
  readonly sourceSide: number;
  readonly length: number;
  readonly finite: number;
  readonly margin: number;
}

/** Whether the candidate is an attribution. */
export function addReportClusters(list: FeatureList, { cluster, group }: TokenColumns, place: ReportPlace): void {
  const { side, sourceSide, length, margin, sourceEnd } = place;
  const verb = cluster[place.verbAt] as number;
  const head = sourceEnd === undefined ? 0 : (cluster[sourceEnd + PAD] as number);
  list.add(50, verb, place.verbKind);
  list.add(51, verb, side, sourceSide);
  list.add(52, verb, length, place.finite);
  list.add(53, verb, margin);
  list.add(54, verb, group[place.next]);
  list.add(55, head, sourceSide);
  list.add(56, head, verb);
  list.add(57, verb, side ? group[place.first] : 0, side);
}
