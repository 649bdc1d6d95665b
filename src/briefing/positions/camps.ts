import type { Speaker } from '#core/speaker';
import type { Stand } from './is-position.ts';

/** Offices whose holders speak for the body that they are of; professors, lawyers and residents do not. */
const SPEAKS_FOR_BODY =
  /\b(?:spokes\p{Ll}+|president|chair(?:man|woman|person)?|director|head|chief|leader|secretary|ceo|cfo|chief executive|manager|founder|co-founder|representative|general counsel|coordinator)$/iu;
const NOT_ANY_MORE = /\b(?:former|ex|retired|late)\b/i;
/** “Rand Water | spokesperson”: a name in capitals before an office in lower case. */
const BODY_THEN_OFFICE = /^(\p{Lu}\S*(?: (?:\p{Lu}\S*|of|for|and|the|&))*) \p{Ll}/u;
/** “ASUU | President”: initials before an office. */
const INITIALS_THEN_OFFICE = /^(\p{Lu}{2,6}) \p{L}/u;
/** A name of several words, or initials: one word with a capital may begin a sentence, as in “Fire chief Ann Lee”. */
const IS_NAME = /^(?:\p{Lu}\S*(?: (?:of|for|and|the|&))* \p{Lu}|\p{Lu}{2,}$)/u;
/** “Harbour Provincial | spokesperson”: a place and a level. */
const IS_LEVEL = /\b(?:provincial|national|regional|state|district|county|municipal)$/i;
const PART_OF_TITLE =
  /^(?:executive|deputy|vice|chief|assistant|associate|acting|interim|senior|managing|lead|head|legal|auditor)\b/i;

/** The body that a person speaks for by office: `Rand Water` for “Rand Water spokesperson”; undefined if none is named. */
function institutionOf({ type, role = '', office = '', body = '' }: Speaker): string | undefined {
  if (type !== 'person' && type !== 'anonymous') return undefined;
  if (!SPEAKS_FOR_BODY.test(role) || NOT_ANY_MORE.test(`${role} ${office}`)) return undefined;
  const before = (BODY_THEN_OFFICE.exec(role) ?? INITIALS_THEN_OFFICE.exec(role))?.[1]?.replace(/[’']s$/u, '');
  return [body.replace(/^the /i, ''), before].find(
    (name = '') => IS_NAME.test(name) && !PART_OF_TITLE.test(name) && !IS_LEVEL.test(name),
  );
}

/**
 * The camp of each speaker: the country, union or party, else the institution that a person speaks for or that an
 * organisation is, under the name that the article has for it, else the speaker’s own name.
 */
export function campsOf(stands: readonly Pick<Stand, 'speaker'>[]): (speaker: Speaker) => string {
  const names = new Map<string, string>();
  for (const { speaker } of stands) {
    if (speaker.type !== 'organisation') continue;
    for (const form of [speaker.name, ...speaker.aliases]) names.set(keyOf(form), speaker.side ?? speaker.name);
  }
  return (speaker) => {
    if (speaker.side !== undefined) return speaker.side;
    const institution = institutionOf(speaker);
    return institution === undefined ? speaker.name : (names.get(keyOf(institution)) ?? institution);
  };
}

const keyOf = (name: string): string => name.toLowerCase().replace(/^the /, '');
