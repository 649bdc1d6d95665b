export { type Cast, castOf, type SourceMention } from './cast.ts';
export type { Mention } from './mention.ts';
export { findMentions } from './mentions.ts';
