import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Block, Reply } from '#core/reply';

/** The pictures of about a hundred answers. */
const MAX_BYTES = 10_000_000;

/** Keeps the pictures of recent answers in memory, so that the page can load them. */
export interface AnswerPictures {
  /** Keeps the pictures of a reply, and replaces each by the URL path from which it can be loaded. */
  keep(reply: Reply): Reply;
  /** The bytes of a picture; undefined if it is unknown, or no longer kept. */
  find(file: string): Uint8Array<ArrayBuffer> | undefined;
}

/** @param base the path below which the pages are. */
export function createAnswerPictures(base: string): AnswerPictures {
  const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ byteLength }) => byteLength || 1,
  });
  const keepBlock = (block: Block): Block => {
    if (block.type !== 'file' || block.mediaType !== 'image/png') return block;
    const content = new Uint8Array(block.content);
    const file = `${createHash('sha256').update(content).digest('hex').slice(0, 32)}-${sizeOf(content)}.png`;
    kept.set(file, content);
    const path = `${base}/pictures/${file}`;
    return { ...block, name: path, uploaded: path };
  };
  return { keep: (reply) => ({ ...reply, blocks: reply.blocks.map(keepBlock) }), find: (file) => kept.get(file) };
}

/** The width and height of a PNG: `1200x630`. The page reserves this space before the picture is loaded. */
function sizeOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  if (byteLength < 24) return '0x0';
  // https://www.w3.org/TR/png-3/#11IHDR
  const view = new DataView(buffer, byteOffset, byteLength);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}
