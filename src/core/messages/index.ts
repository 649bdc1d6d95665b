import type { Inline, RichText } from '../reply.ts';
import { ENGLISH, type Templates } from './en/index.ts';
import { type Message, type MessageValue, piecesOf, type Text } from './format.ts';
import { KOREAN } from './ko/index.ts';

export type { CommandLine, LocalizedWord, Message, MessageValue, Text } from './format.ts';

/** Replaces the commands in a text of ours (`type /status`) by their names on a platform (`type /news-status`). */
export type RenameCommands = (text: string) => string;

/** Every text of ours in every language it is said in: `language → key → template`. */
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

/** Sentences one after the other, each once. */
export function joinTexts(texts: readonly Text[]): Text {
  const unique = [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
  const [first = '', ...others] = unique;
  return others.reduce<Text>((before, second) => message('notice.joined', { first: before, second }), first);
}

/** Says texts of ours in one language. */
export interface Translate {
  <K extends MessageKey>(key: K, ...values: ValuesOf<K, MessageValue>): string;
  readonly language: Language;
  /** A text whose values are styled, or lead somewhere. */
  rich<K extends MessageKey>(key: K, ...values: ValuesOf<K, Inline | RichText>): RichText;
  /** What was put off until the language was known. */
  message(message: Text): string;
  /** A line to type (`/schedule add`), as the command is called here. */
  command(line: string): string;
}

/** A text that is said later, when the language is known: that of an error. */
export const message = <K extends MessageKey>(key: K, ...[values]: ValuesOf<K, MessageValue>): Message => ({
  key,
  values: values ?? {},
});

/**
 * The texts of a language. Commands are renamed in them, and in values that are lines to type; other values may be words
 * of an article, and stay.
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

/** Whether texts are there in a language. */
export const isLanguage = (language: string | null | undefined): language is Language =>
  typeof language === 'string' && Object.hasOwn(MESSAGES, language);

const TRANSLATORS: Readonly<Record<Language, Translate>> = { en: translator('en'), ko: translator('ko') };

export const inEnglish: Translate = TRANSLATORS.en;

/** The texts for a locale, BCP 47: `ko`, `ko-KR`; English where there are none in its language. */
export function translatorFor(locale: string | undefined, rename?: RenameCommands): Translate {
  const given = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  const language = isLanguage(given) ? given : 'en';
  return rename ? translator(language, rename) : TRANSLATORS[language];
}
