export { lastWord } from './complete.ts';
export { makeDesk } from './desk.ts';
export { formatLine } from './format.ts';
