import type { Choice } from '#core/commands/choice';
import type { Speaker } from '#core/speaker';
import { foldedKey } from '#text/fold';

// A representative of the union said …    said the ministers …    Two officials said …    the US company said
// ^ a sentence of the article began here   ^ and here it went on
const DETERMINER =
  /^(?:A|An|The|One|Some|Another|His|Her|Its|Their|Both|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Many|Most)(?= )/;
const PLAIN_WORD = /^\p{Ll}[\p{Ll}-]*(?= |$)/u;
/** The last word of a description is small, that of a name is not: `the US company`, `The New York Times`. */
const ENDS_LOWERCASE = /(?<= )\p{Ll}\S*$/u;

/** A name that is a description, as it stands inside a line: `a representative`, but `The Hague`. */
export function nameInLine({ name, type }: Speaker): string {
  const [first] = DETERMINER.exec(name) ?? [];
  const describes =
    first !== undefined &&
    (type === 'anonymous' || /^\p{Ll}/u.test(name.slice(first.length + 1)) || ENDS_LOWERCASE.test(name));
  return describes ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The same where a line begins: `A representative`; names that people and things write small stay so. */
export const nameAtStart = ({ name, type }: Speaker): string =>
  type !== 'person' && PLAIN_WORD.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;

/** The office with its body, or the party that the speaker represents; undefined if the name says it already. */
export function officeOf({ name, role, office = role, body, type }: Speaker): string | undefined {
  const known = office ?? (type === 'person' ? body : undefined);
  return known && !foldedKey(name).includes(foldedKey(known)) ? known : undefined;
}

/** The label of a speaker to choose: `Kim Tae-hyo, deputy national security director`. */
export const speakerChoice = (speaker: Speaker): Choice => ({
  label: [nameAtStart(speaker), officeOf(speaker)].filter((text) => text !== undefined).join(', '),
  value: speaker.name,
});
