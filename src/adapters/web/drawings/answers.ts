import type { Answer } from '#core/ports';
import type { Reply } from '#core/reply';
import type { Previews } from '../preview.ts';
import { drawComponents } from './discord/components.ts';
import type { Child } from './elements.ts';
import { drawBlocks } from './slack/blocks.ts';

/** A message as both platforms show it. */
export interface Drawings {
  readonly slack: readonly Child[];
  readonly discord: readonly Child[];
}

type Part = 'own' | 'shared' | 'sharedCopy';

/** Draws an answer for both platforms, from the output of their adapters. */
export const drawAnswer = ({ slack, discord }: Previews, what: Part, answer: Answer, part: number): Drawings => ({
  slack: drawBlocks(slack[what](answer, part)),
  discord: drawComponents(discord[what](answer, part)),
});

/** Draws a message of a scheduled post for both platforms. */
export const drawPost = ({ slack, discord }: Previews, reply: Reply): Drawings => ({
  slack: drawBlocks(slack.posted(reply)),
  discord: drawComponents(discord.posted(reply)),
});
