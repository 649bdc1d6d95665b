import type { Writable } from 'node:stream';
import type { Reply } from '#core/reply';
import { makeStyler } from './ansi.ts';
import { DEFAULT_WIDTH } from './limits.ts';
import { type RenderOptions, render } from './render.ts';

/** The stream on which a reply is drawn: a terminal reports its width, or 0 if it does not know it; a file or a pipe does not. */
export type Screen = Writable & { readonly columns?: number };

/** Renders a reply for a stream: at its width, in colour if supported. */
export const draw = (reply: Reply, screen: Screen, formatLine: RenderOptions['formatLine']): string =>
  render(reply, { columns: screen.columns || DEFAULT_WIDTH, paint: makeStyler(screen), formatLine });
