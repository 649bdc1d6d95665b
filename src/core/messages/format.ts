/** A message with its values, before it is formatted in a language. */
export interface Message {
  readonly key: string;
  readonly values: MessageValues;
}

/** A language by its BCP 47 tag, named in the language of the text: `French`, `프랑스어`. */
export interface LanguageName {
  readonly languageTag: string;
}

/** A line to type, with the names of this project: `/schedule add`. */
export interface CommandLine {
  readonly commandLine: string;
}

/** A name in several languages, by BCP 47 primary tag: `{ en: 'length', ko: '분량' }`. */
export interface LocalizedWord {
  readonly en: string;
  readonly [language: string]: string;
}

export type MessageValue = string | number | Message | LanguageName | CommandLine | { readonly word: LocalizedWord };

/** A text formatted later in the language of its reader; a string is not translated. */
export type Text = Message | string;
export type MessageValues = Readonly<Record<string, MessageValue>>;

// Removed {count} {count:feed|feeds} from {place}
//         ^value  ^one of two words by a number
const PLACEHOLDER = /\{([a-zA-Z]+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/** A piece of a template: literal text, or a placeholder. */
export type Piece = string | { readonly name: string };

/** The pieces of a template; a placeholder that only chooses a word is replaced by it. */
export function piecesOf(template: string, values: Readonly<Record<string, unknown>>): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: singular, 3: plural, index } of template.matchAll(PLACEHOLDER)) {
    pieces.push(template.slice(end, index));
    pieces.push(singular === undefined ? { name } : (Number(values[name]) === 1 ? singular : plural) || '');
    end = index + whole.length;
  }
  pieces.push(template.slice(end));
  return pieces.filter((piece) => piece !== '');
}

/** The names of a template's placeholders, each once, sorted. */
export const placeholdersOf = (template: string): readonly string[] =>
  [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].toSorted();
