import type { Locale } from 'discord.js';
import type { Translation, Translations } from '#core/commands/translation';

/** Discord's locales by their primary language tag: https://docs.discord.com/developers/reference#locales */
const LOCALES: Readonly<Record<string, readonly `${Locale}`[]>> = {
  bg: ['bg'],
  cs: ['cs'],
  da: ['da'],
  de: ['de'],
  el: ['el'],
  en: ['en-GB', 'en-US'],
  es: ['es-ES', 'es-419'],
  fi: ['fi'],
  fr: ['fr'],
  hi: ['hi'],
  hr: ['hr'],
  hu: ['hu'],
  id: ['id'],
  it: ['it'],
  ja: ['ja'],
  ko: ['ko'],
  lt: ['lt'],
  nl: ['nl'],
  no: ['no'],
  pl: ['pl'],
  pt: ['pt-BR'],
  ro: ['ro'],
  ru: ['ru'],
  sv: ['sv-SE'],
  th: ['th'],
  tr: ['tr'],
  uk: ['uk'],
  vi: ['vi'],
  zh: ['zh-CN'],
};

/** A text for each Discord locale that has a translation. */
export type Localised<T> = readonly (readonly [locale: string, wording: T])[];

/** Omits languages that Discord does not support. */
export const localised = <T>(
  translations: Translations,
  wordingIn: (translation: Translation) => T | undefined,
): Localised<T> =>
  Object.entries(translations).flatMap(([tag, translation]) => {
    const wording = wordingIn(translation);
    return wording === undefined ? [] : (LOCALES[tag] ?? []).map((locale) => [locale, wording] as const);
  });
