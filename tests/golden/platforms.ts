import type { Invocation } from '#core/commands/invocation';
import type { Reply } from '#core/reply';
import { drawForDiscord } from './discord.ts';
import { drawForSlack } from './slack.ts';

/** The rendering of an answer on a platform, as text for reviewers. */
export interface Rendering {
  /** Its folder: `expected/slack/<id>.txt`. */
  readonly folder: string;
  /** Renders all messages of an answer. */
  readonly draw: (reply: Reply, invocation: Invocation | undefined) => string;
}

/** Besides the terminal’s, which is in `expected/` itself. */
export const RENDERINGS: readonly Rendering[] = [
  { folder: 'slack', draw: drawForSlack },
  { folder: 'discord', draw: drawForDiscord },
];
