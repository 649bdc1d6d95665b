export type { Mention, MentionKind } from './mention.ts';
export { findMentions } from './mentions.ts';
