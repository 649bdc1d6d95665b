import type { Answer } from '#core/ports';
import type { Reply } from '#core/reply';
import type { Previews } from '../preview.ts';
import { drawComponents } from './discord/components.ts';
import type { Child } from './elements.ts';
import { drawBlocks } from './slack/blocks.ts';

/** One message as both platforms show it. */
export interface Drawings {
  readonly slack: readonly Child[];
  readonly discord: readonly Child[];
}

type Part = 'own' | 'shared' | 'sharedCopy';

/** An answer in both drawings, from what the platforms' own adapters would send. */
export const drawAnswer = ({ slack, discord }: Previews, what: Part, answer: Answer, part: number): Drawings => ({
  slack: drawBlocks(slack[what](answer, part)),
  discord: drawComponents(discord[what](answer, part)),
});

/** A message of a scheduled post in both drawings. */
export const drawPost = ({ slack, discord }: Previews, reply: Reply): Drawings => ({
  slack: drawBlocks(slack.posted(reply)),
  discord: drawComponents(discord.posted(reply)),
});
