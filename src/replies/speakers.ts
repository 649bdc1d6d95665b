import { inEnglish, type Translate } from '#core/messages/index';
import type { RichText } from '#core/reply';
import type { Speaker, SpeakerRef } from '#core/speaker';
import { nameInLine, officeOf } from '#lookup/labels';
import { foldedKey, wordsOf } from '#text/fold';
import { strong } from './blocks.ts';

/** Formats a speaker in one line: `Kim Tae-hyo, deputy national security director · South Korea`. */
export function byline(ref: SpeakerRef, t: Translate = inEnglish): RichText {
  if (ref.kind === 'unknown') return [unclear(ref, t)];
  const office = officeOf(ref.speaker);
  return [
    strong(nameInLine(ref.speaker)),
    ...(office === undefined ? [] : [`, ${office}`]),
    ...sideAndAnonymity(ref.speaker, t).map((text) => ` · ${text}`),
  ];
}

/** Describes an unclear speaker: `unclear: Kim Tae-hyo or the presidential office`. */
export const unclear = (
  { candidates = [] }: Extract<SpeakerRef, { kind: 'unknown' }>,
  t: Translate = inEnglish,
): string =>
  candidates.length > 0
    ? t('speaker.unclear', {
        names: candidates.map(nameInLine).reduce((others, last) => t('list.or', { others, last })),
      })
    : t('speaker.unknown');

/** The details of a speaker other than the name: `deputy national security director · South Korea`. */
export const speakerDetails = (speaker: Speaker, t: Translate = inEnglish): string =>
  [officeOf(speaker), ...sideAndAnonymity(speaker, t)].filter((text) => text !== undefined).join(' · ');

/** The side, unless the name or office already contains it; and whether the speaker is unnamed. */
const sideAndAnonymity = (speaker: Speaker, t: Translate): readonly string[] => [
  ...(speaker.side &&
  !mentionsSide(officeOf(speaker) ?? '', speaker.side) &&
  foldedKey(speaker.side) !== foldedKey(speaker.name)
    ? [speaker.side]
    : []),
  ...(speaker.type === 'anonymous' ? [t('speaker.notNamed')] : []),
];

// Labour MP · Labour   Republican nominee · Republicans   president of Peru · Peru
//             ------                        -----------                     ----
/** Returns whether the words contain a side's name or its demonym. */
function mentionsSide(words: string, side: string): boolean {
  const all = wordsOf(words);
  return wordsOf(side).every((sideWord) => all.some((word) => word.startsWith(sideWord.replace(/s$/, ''))));
}
