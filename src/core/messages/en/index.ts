import { ANSWERS } from './answers.ts';
import { CHAT } from './chat.ts';
import { DATA } from './data.ts';
import { ERRORS } from './errors.ts';
import { HELP } from './help.ts';
import { HOME } from './home.ts';
import { SCHEDULES } from './schedules.ts';

/** Every text in English: `{name}` stands for a value, `{count:feed|feeds}` for one of two words by a number. */
export const ENGLISH = { ...ERRORS, ...HELP, ...DATA, ...ANSWERS, ...CHAT, ...HOME, ...SCHEDULES } as const;

export type Templates = Readonly<Record<keyof typeof ENGLISH, string>>;
