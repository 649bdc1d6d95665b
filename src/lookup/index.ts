export { echo, fold, nameLike, squash, wordsOf } from '#text/fold';
export { articleChoices, entryFor, HANDED_IN, isHandedIn, speakerChoices } from './articles.ts';
export { type Choosable, choose, clip, MOST_CHOICES } from './choices.ts';
export {
  commandNamed,
  type Household,
  householdNamed,
  householdsOf,
  isCalled,
  optionNamed,
  optionWordingsOf,
  type Tagged,
  type Vocabulary,
  wordingsOf,
} from './names.ts';
export { nearest, nearestWord } from './nearest.ts';
export { holds } from './search.ts';
export {
  type Elsewhere,
  elsewhere,
  findSpeakers,
  type NotFound,
  type Sides,
  settledName,
  sidesOf,
} from './speakers.ts';
