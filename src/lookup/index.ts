export { articleChoices, entryFor, speakerChoices } from './articles.ts';
export { type Choosable, choose } from './choices.ts';
export { echo, fold, nameLike, squash, wordsOf } from './fold.ts';
export { nearest, nearestWord } from './nearest.ts';
export { ARTICLE, completeSpeaker, PAGE, speakerValues } from './options.ts';
export { holds } from './search.ts';
export { elsewhere, findSpeakers, type NotFound } from './speakers.ts';
