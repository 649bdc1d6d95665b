import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Paint } from './render.ts';
import type { Style } from './wrap.ts';

const FORMATS = {
  plain: 'reset',
  title: 'bold',
  section: ['bold', 'cyan'],
  strong: 'bold',
  emphasis: 'italic',
  code: 'cyan',
  faint: 'dim',
} as const satisfies Record<Style, unknown>;

/** Styles for a stream that supports them: Node handles NO_COLOR, FORCE_COLOR and pipes. */
export const makeStyler =
  (stream: Writable): Paint =>
  (style, text) =>
    styleText([...[FORMATS[style]].flat()], text, { stream });
