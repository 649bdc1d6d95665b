import type { Span } from '#core/span';
import { datelineLength } from '#text/dateline';

/** Where the story begins behind the place and the agency that filed it; the start itself where there is none. */
export const afterDateline = (text: string, { start, end }: Span): number =>
  start + datelineLength(text.slice(start, Math.min(end, start + 100)));
