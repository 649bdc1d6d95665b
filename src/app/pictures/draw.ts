import { drawPicture, toPng } from '#pictures/index';
import type { DrawResult, DrawTask } from './protocol.ts';

/** Draws a picture as a file. */
export async function draw({ picture, format }: DrawTask): Promise<DrawResult> {
  const { svg, isComplete } = await drawPicture(picture);
  if (!isComplete) return undefined;
  return new Uint8Array(format === 'svg' ? new TextEncoder().encode(svg) : await toPng(svg));
}
