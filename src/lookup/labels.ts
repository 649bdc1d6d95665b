import type { Choice } from '#core/commands/choice';
import type { Speaker } from '#core/speaker';
import { foldedKey } from '#text/fold';

// A representative of the union said …    said the ministers …    Two officials said …    the US company said
// ^ a sentence of the article began here   ^ and here it went on
const DETERMINER =
  /^(?:A|An|The|One|Some|Another|His|Her|Its|Their|Both|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Many|Most)(?= )/;
const PLAIN_WORD = /^\p{Ll}[\p{Ll}-]*(?= |$)/u;
/** The last word of a description is lowercase, that of a name is not: `the US company`, `The New York Times`. */
const ENDS_LOWERCASE = /(?<= )\p{Ll}\S*$/u;

/** The name in the middle of a line; descriptions in lowercase: `a representative`, but `The Hague`. */
export function nameInLine({ name, type }: Speaker): string {
  const [first] = DETERMINER.exec(name) ?? [];
  const describes =
    first !== undefined &&
    (type === 'anonymous' || /^\p{Ll}/u.test(name.slice(first.length + 1)) || ENDS_LOWERCASE.test(name));
  return describes ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The name at the start of a line: `A representative`; names that are spelled in lowercase are unchanged. */
export const nameAtStart = ({ name, type }: Speaker): string =>
  type !== 'person' && PLAIN_WORD.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;

/** The office with its institution, or the speaker's party; undefined if the name already contains it. */
export function officeOf({ name, role, office = role, body, type }: Speaker): string | undefined {
  const known = office ?? (type === 'person' ? body : undefined);
  return known && !foldedKey(name).includes(foldedKey(known)) ? known : undefined;
}

/** A speaker as a choice: `Kim Tae-hyo, deputy national security director`. */
export const speakerChoice = (speaker: Speaker): Choice => ({
  label: [nameAtStart(speaker), officeOf(speaker)].filter((text) => text !== undefined).join(', '),
  value: speaker.name,
});
