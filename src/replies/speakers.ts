import type { Choice } from '#core/command';
import type { RichText } from '#core/reply';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { squash, wordsOf } from '#lookup/fold';
import { strong } from './blocks.ts';

// A representative of the union said …    said the ministers …
// ^ a sentence of the article began here   ^ and here it went on
const DETERMINER = /^(?:A|An|The|One|Some|Another|His|Her|Its|Their)(?= )/;
const PLAIN_WORD = /^\p{Ll}+(?= |$)/u;

/** A name that is a description, as it stands inside a line: `a representative`, but `The Hague`. */
export function nameInLine({ name, type }: Speaker): string {
  const [first] = DETERMINER.exec(name) ?? [];
  const describes = first !== undefined && (type === 'anonymous' || /^\p{Ll}/u.test(name.slice(first.length + 1)));
  return describes ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The same where a line begins: `A representative`; names that people and things write small stay so. */
export const nameAtStart = ({ name, type }: Speaker): string =>
  type !== 'person' && PLAIN_WORD.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;

/** Somebody in one line: `Kim Tae-hyo, deputy national security director · South Korea`. */
export function byline(ref: SpeakerRef): RichText {
  if (ref.kind === 'unknown') return ['speaker unknown'];
  const office = officeOf(ref.speaker);
  return [
    strong(nameInLine(ref.speaker)),
    ...(office === undefined ? [] : [`, ${office}`]),
    ...restOf(ref.speaker).map((text) => ` · ${text}`),
  ];
}

/** What is known of somebody beside the name: `deputy national security director · South Korea`. */
export const standing = (speaker: Speaker): string =>
  [officeOf(speaker), ...restOf(speaker)].filter((text) => text !== undefined).join(' · ');

/** Somebody to choose: `Kim Tae-hyo, deputy national security director`. */
export const speakerChoice = (speaker: Speaker): Choice => ({
  label: [nameAtStart(speaker), officeOf(speaker)].filter((text) => text !== undefined).join(', '),
  value: speaker.name,
});

/** The office, or whom somebody speaks for; undefined where the name says it already. */
function officeOf({ name, role, office = role, body, type }: Speaker): string | undefined {
  const known = office ?? (type === 'person' ? body : undefined);
  return known && !squash(name).includes(squash(known)) ? known : undefined;
}

/** The side, where neither name nor office says it already; and whether it is somebody without a name. */
const restOf = (speaker: Speaker): readonly string[] => [
  ...(speaker.side && !says(officeOf(speaker) ?? '', speaker.side) && squash(speaker.side) !== squash(speaker.name)
    ? [speaker.side]
    : []),
  ...(speaker.type === 'anonymous' ? ['not named'] : []),
];

// Labour MP · Labour   Republican nominee · Republicans   president of Peru · Peru
//             ------                        -----------                     ----
/** Whether the words hold a side's name, or the word for those who belong to it. */
function says(words: string, side: string): boolean {
  const all = wordsOf(words);
  return wordsOf(side).every((one) => all.some((word) => word.startsWith(one.replace(/s$/, ''))));
}
