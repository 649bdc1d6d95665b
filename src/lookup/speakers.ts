import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { Catalog, CatalogEntry } from '#core/catalog';
import type { Speaker } from '#core/speaker';
import { foldedKey, titleCase, truncateForDisplay, wordsOf } from '#text/fold';
import { nearest } from './nearest.ts';

/** The result of a speaker lookup in an article. */
export type SpeakerMatch =
  /** `label` names all of them: a side's name, a speaker's, or the input. */
  | { readonly kind: 'speakers'; readonly label: string; readonly speakers: readonly Speaker[] }
  | { readonly kind: 'mentioned'; readonly name: string }
  /** No speaker has that name, but these names are similar. */
  | { readonly kind: 'near'; readonly names: readonly string[] }
  | { readonly kind: 'absent' };

/** Words that stand for a side, in lowercase: `seoul` for South Korea, `north korean` for North Korea. */
export type Sides = ReadonlyMap<string, string>;

const EMPTY_SIDES: Sides = new Map();

export type SpeakerNotFound = Exclude<SpeakerMatch, { kind: 'speakers' }>;

/** Every name of a speaker except the side, which is matched separately as several speakers share it. */
export const namesOf = ({ name, aliases, role, office, body }: Speaker): readonly string[] =>
  [name, ...aliases, role, office, body].filter((form) => form !== undefined);

/**
 * Finds speakers by the user's input: an alias, office, institution or side, or a name that stands for a side,
 * ignoring case, accents and hyphens. The strictest match wins, so `kim` does not match Kimura if
 * there is a speaker called Kim.
 */
export function findSpeakers(briefing: Briefing, typed: string, sides: Sides = EMPTY_SIDES): SpeakerMatch {
  const side = sides.get(typed.trim().toLowerCase());
  for (const matches of MATCHERS) {
    const speakers = briefing.speakers.filter((speaker) => matches(speaker, typed, side));
    if (speakers.length > 0) return { kind: 'speakers', label: labelOf(speakers, side ?? typed), speakers };
    const mentioned = briefing.mentioned.find(({ name, aliases }) =>
      matches({ ...EMPTY_SPEAKER, name, aliases }, typed, undefined),
    );
    if (mentioned) return sideWithPrefix(briefing, typed) ?? { kind: 'mentioned', name: mentioned.name };
  }
  const names = nearest(typed, candidatesOf(briefing));
  return names.length > 0 ? { kind: 'near', names } : { kind: 'absent' };
}

/**
 * Resolves the input to the article’s own name of a speaker or side, if that name matches exactly the same speakers;
 * otherwise returns the input.
 */
export function resolveName(briefing: Briefing, typed: string, sides?: Sides): string {
  const found = findSpeakers(briefing, typed, sides);
  if (found.kind !== 'speakers') return typed;
  const { label, speakers } = found;
  if (!isNameInArticle(label, briefing)) return typed;
  const again = findSpeakers(briefing, label, sides);
  const same = again.kind === 'speakers' && again.speakers.length === speakers.length;
  return same && again.speakers.every((speaker, index) => speaker === speakers[index]) ? label : typed;
}

const isNameInArticle = (label: string, { speakers }: Briefing): boolean =>
  speakers.some(({ name, side }) => name === label || side === label);

/** Another article, and the speaker's name in it. */
export interface OtherArticle extends CatalogEntry {
  readonly name: string;
}

/** The other articles with a speaker of this name, newest first. */
export const otherArticles = (
  catalog: Catalog,
  article: Article,
  typed: string,
  sides?: Sides,
): readonly OtherArticle[] =>
  catalog
    .entries()
    .filter(({ article: { id } }) => id !== article.id)
    .filter(({ briefing }) => findSpeakers(briefing, typed, sides).kind === 'speakers')
    .map((entry) => ({ ...entry, name: resolveName(entry.briefing, typed, sides) }));

const EMPTY_SPEAKER: Speaker = { id: '', name: '', aliases: [], type: 'person' };

type Matcher = (speaker: Speaker, typed: string, side: string | undefined) => boolean;

const MATCHERS: readonly Matcher[] = [
  (speaker, typed, side) => {
    const wanted = foldedKey(typed);
    const names = speaker.side === undefined ? namesOf(speaker) : [...namesOf(speaker), speaker.side];
    if (side !== undefined && speaker.side === side) return true;
    return wanted !== '' && names.some((name) => foldedKey(name) === wanted);
  },
  (speaker, typed) => namesContainWords(speaker, typed, (word, wanted) => word === wanted),
  (speaker, typed) => namesContainWords(speaker, typed, (word, wanted) => wanted.length > 1 && word.startsWith(wanted)),
];

/** Returns whether one of the speaker's names contains every word of the input, in any order. */
function namesContainWords(speaker: Speaker, typed: string, same: (word: string, wanted: string) => boolean): boolean {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return false;
  return namesOf(speaker).some((name) => {
    // A hyphenated name matches by its parts and as a whole: `tae`, `hyo`, `taehyo`.
    const words = [...wordsOf(name), ...name.split(/\s+/).map(foldedKey)];
    return wanted.every((part) => words.some((word) => same(word, part)));
  });
}

/** Resolves “north” if the North is mentioned and North Korea speaks. */
function sideWithPrefix({ speakers }: Briefing, typed: string): SpeakerMatch | undefined {
  const wanted = wordsOf(typed);
  const side = sidesOf(speakers).find((candidate) => wanted.every((word, index) => wordsOf(candidate)[index] === word));
  if (side === undefined) return undefined;
  return { kind: 'speakers', label: side, speakers: speakers.filter((speaker) => speaker.side === side) };
}

function labelOf(speakers: readonly Speaker[], typed: string): string {
  const side = speakers.find((speaker) => speaker.side && foldedKey(speaker.side) === foldedKey(typed))?.side;
  const [first, ...others] = speakers;
  return side ?? (first && others.length === 0 ? first.name : titleCase(truncateForDisplay(typed)));
}

const candidatesOf = ({ speakers, mentioned }: Briefing) => [
  ...speakers.map((speaker) => ({ value: speaker.name, names: [speaker.name, ...speaker.aliases] })),
  ...sidesOf(speakers).map((side) => ({ value: side, names: [side] })),
  ...mentioned.map(({ name, aliases }) => ({ value: name, names: [name, ...aliases] })),
];

/** The unique sides of the speakers, in order. */
export const sidesOf = (speakers: readonly Speaker[]): readonly string[] => [
  ...new Set(speakers.map(({ side }) => side).filter((side) => side !== undefined)),
];
