import type { Inline, RichText } from '../reply.ts';
import { ENGLISH, type Templates } from './en/index.ts';
import { type Message, type MessageValue, piecesOf, type Text } from './format.ts';
import { KOREAN } from './ko/index.ts';

export type { CommandLine, LocalizedWord, Message, MessageValue, Text } from './format.ts';

/** Replaces the commands in a text of ours (`type /status`) by their names on a platform (`type /news-status`). */
export type RenameCommands = (text: string) => string;

/** All texts of ours in all languages: `language → key → template`. */
export const MESSAGES = { en: ENGLISH, ko: KOREAN } as const satisfies Record<string, Templates>;

export type MessageKey = keyof typeof ENGLISH;
export type Language = keyof typeof MESSAGES;

/** `{count} of {total}` has `count` and `total`; `{count:feed|feeds}` has `count`. */
type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}:${string}` ? Bare : Name) | Placeholders<Rest>
  : never;

type Values<K extends MessageKey, V> = { readonly [N in Placeholders<(typeof ENGLISH)[K]>]: V };
/** A text without placeholders needs no values. */
type ValuesOf<K extends MessageKey, V> = [Placeholders<(typeof ENGLISH)[K]>] extends [never]
  ? []
  : [values: Values<K, V>];

/** Joins sentences without duplicates. */
export function joinTexts(texts: readonly Text[]): Text {
  const unique = [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
  const [first = '', ...others] = unique;
  return others.reduce<Text>((before, second) => message('notice.joined', { first: before, second }), first);
}

/** Formats texts of ours in one language. */
export interface Translate {
  <K extends MessageKey>(key: K, ...values: ValuesOf<K, MessageValue>): string;
  readonly language: Language;
  /** A text whose values have styles or links. */
  rich<K extends MessageKey>(key: K, ...values: ValuesOf<K, Inline | RichText>): RichText;
  /** Formats a message created before the language was known. */
  message(message: Text): string;
  /** A line to type (`/schedule add`) with the platform's name of the command. */
  command(line: string): string;
}

/** Creates a message to be formatted later, when the language is known, such as that of an error. */
export const message = <K extends MessageKey>(key: K, ...[values]: ValuesOf<K, MessageValue>): Message => ({
  key,
  values: values ?? {},
});

/**
 * Creates the translator of a language. It renames commands in texts and in values that are command lines; other values
 * may be words of an article and stay unchanged.
 */
export function translator(language: Language, rename: RenameCommands = (text) => text): Translate {
  const templates: Readonly<Record<string, string>> = MESSAGES[language];
  const said = (value: MessageValue): string => {
    if (typeof value !== 'object') return String(value);
    if ('commandLine' in value) return rename(value.commandLine);
    if ('word' in value) return value.word[language] ?? value.word.en;
    return 'languageTag' in value ? nameOf(value.languageTag) : format(value.key, value.values);
  };
  const nameOf = (tag: string): string => new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  const format = (key: string, values: Readonly<Record<string, MessageValue>> = {}): string =>
    piecesOf(templates[key] ?? key, values)
      .map((piece) => (typeof piece === 'string' ? rename(piece) : said(values[piece.name] ?? '')))
      .join('');
  const rich = (key: string, values: Readonly<Record<string, Inline | RichText>> = {}): RichText =>
    piecesOf(templates[key] ?? key, values).flatMap((piece): RichText => {
      const value = typeof piece === 'string' ? rename(piece) : (values[piece.name] ?? '');
      return Array.isArray(value) ? value : [value as Inline];
    });
  return Object.assign(format as Translate, {
    language,
    rich,
    message: (given: Text) => (typeof given === 'string' ? given : said(given)),
    command: rename,
  });
}

/** Whether a language has texts. */
export const isLanguage = (language: string | null | undefined): language is Language =>
  typeof language === 'string' && Object.hasOwn(MESSAGES, language);

const TRANSLATORS: Readonly<Record<Language, Translate>> = { en: translator('en'), ko: translator('ko') };

export const inEnglish: Translate = TRANSLATORS.en;

/** The translator for a locale, BCP 47: `ko`, `ko-KR`; English if its language has no texts. */
export function translatorFor(locale: string | undefined, rename?: RenameCommands): Translate {
  const given = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  const language = isLanguage(given) ? given : 'en';
  return rename ? translator(language, rename) : TRANSLATORS[language];
}
