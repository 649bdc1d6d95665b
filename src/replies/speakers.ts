import type { RichText } from '#core/reply';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { squash } from '#lookup/fold';
import { strong } from './blocks.ts';

/** Somebody in one line: `Kim Tae-hyo, deputy national security director · South Korea`. */
export function byline(ref: SpeakerRef): RichText {
  if (ref.kind === 'unknown') return ['speaker unknown'];
  const office = officeOf(ref.speaker);
  return [
    strong(ref.speaker.name),
    ...(office === undefined ? [] : [`, ${office}`]),
    ...restOf(ref.speaker).map((text) => ` · ${text}`),
  ];
}

/** What is known of somebody beside the name: `deputy national security director · South Korea`. */
export const standing = (speaker: Speaker): string =>
  [officeOf(speaker), ...restOf(speaker)].filter((text) => text !== undefined).join(' · ');

/** The office, or whom they speak for; undefined where the name says it already. */
function officeOf({ name, role, body }: Speaker): string | undefined {
  const office = role ?? body;
  return office && !squash(name).includes(squash(office)) ? office : undefined;
}

const restOf = ({ name, side, type }: Speaker): readonly string[] => [
  ...(side && squash(side) !== squash(name) ? [side] : []),
  ...(type === 'anonymous' ? ['not named'] : []),
];
