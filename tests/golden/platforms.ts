import type { Invocation } from '#core/commands/invocation';
import type { Reply } from '#core/reply';
import { drawForDiscord } from './discord.ts';
import { drawForSlack } from './slack.ts';

/** How a platform shows an answer, as text that a reviewer can read. */
export interface Rendering {
  /** Where it is kept: `expected/slack/<id>.txt`. */
  readonly folder: string;
  /** Every message of an answer, its further parts included. */
  readonly draw: (reply: Reply, invocation: Invocation | undefined) => string;
}

/** Beside the terminal’s, which stands in `expected/` itself. */
export const RENDERINGS: readonly Rendering[] = [
  { folder: 'slack', draw: drawForSlack },
  { folder: 'discord', draw: drawForDiscord },
];
