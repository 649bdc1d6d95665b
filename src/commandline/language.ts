import type { Requester } from '#core/access/requester';
import { type Translate, translatorFor } from '#core/messages/index';
import type { Answer } from '#core/ports';

/** The texts in the language of a requester, with the commands as they are called there. */
export const textsFor = ({ locale, renameCommands }: Requester): Translate => translatorFor(locale, renameCommands);

/** The language of the reply, for the surrounding UI; absent for English. */
export function languageOf({ locale }: Requester): Pick<Answer, 'language'> {
  const { language } = translatorFor(locale);
  return language === 'en' ? {} : { language };
}
