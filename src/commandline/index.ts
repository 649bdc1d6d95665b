export { lastWord } from './complete.ts';
export { makeDispatcher } from './dispatcher.ts';
export { formatLine } from './format.ts';
