export { castOf } from './cast.ts';
export type { Mention } from './mention.ts';
export { findMentions } from './mentions.ts';
export type { Cast, SourceMention } from './source.ts';
