export { lastWord } from './complete.ts';
export { makeDesk } from './dispatcher.ts';
export { formatLine } from './format.ts';
