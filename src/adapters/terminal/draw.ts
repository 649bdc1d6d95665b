import type { Writable } from 'node:stream';
import type { Reply } from '#core/reply';
import { makeStyler } from './ansi.ts';
import { DEFAULT_WIDTH } from './limits.ts';
import { type RenderOptions, render } from './render.ts';

/** Where a reply is drawn: a terminal reports its width, a file or a pipe does not. */
export type Screen = Writable & { readonly columns?: number };

/** A reply as a stream shows it: as wide as it is, coloured if it takes colours. */
export const draw = (reply: Reply, screen: Screen, formatLine: RenderOptions['formatLine']): string =>
  render(reply, { columns: screen.columns ?? DEFAULT_WIDTH, paint: makeStyler(screen), formatLine });
