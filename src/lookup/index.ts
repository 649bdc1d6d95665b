export { fold, foldedKey, titleCase, truncateForDisplay, wordsOf } from '#text/fold';
export { articleChoices, entryFor, isUpload, speakerChoices, UPLOAD_PREFIX } from './articles.ts';
export { type Choosable, choose, clip, MAX_CHOICES } from './choices.ts';
export {
  choiceName,
  commandNamed,
  findGroup,
  isCalled,
  optionName,
  optionNamed,
  optionWordingsOf,
  type ResolvedGroup,
  resolveGroups,
  type TaggedName,
  type Vocabulary,
  wordingsOf,
} from './names.ts';
export { nearest, nearestWord } from './nearest.ts';
export { containsWords } from './search.ts';
export {
  findSpeakers,
  type OtherArticle,
  otherArticles,
  resolveName,
  type Sides,
  type SpeakerNotFound,
  sidesOf,
} from './speakers.ts';
