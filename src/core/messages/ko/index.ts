import type { Templates } from '../en/index.ts';
import { ERRORS } from './errors.ts';
import { SCHEDULES } from './schedules.ts';

/** The same texts in Korean. */
export const KOREAN: Templates = { ...ERRORS, ...SCHEDULES };
