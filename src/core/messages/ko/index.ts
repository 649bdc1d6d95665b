import type { Templates } from '../en/index.ts';
import { ANSWERS } from './answers.ts';
import { CHAT } from './chat.ts';
import { DATA } from './data.ts';
import { DELIVERY } from './delivery.ts';
import { ERRORS } from './errors.ts';
import { FEEDS } from './feeds.ts';
import { HELP } from './help.ts';
import { HOME } from './home.ts';
import { PICTURES } from './pictures.ts';
import { POSTS } from './posts.ts';
import { READING } from './reading.ts';
import { SAVE } from './save.ts';
import { SCHEDULES } from './schedules.ts';
import { SEARCH } from './search.ts';

/** The same texts in Korean. */
export const KOREAN: Templates = {
  ...ERRORS,
  ...HELP,
  ...DATA,
  ...ANSWERS,
  ...CHAT,
  ...HOME,
  ...SCHEDULES,
  ...FEEDS,
  ...SEARCH,
  ...POSTS,
  ...PICTURES,
  ...SAVE,
  ...READING,
  ...DELIVERY,
};
