import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const { resolve } = createRequire(import.meta.url);
let ready: Promise<void> | undefined;

/** Renders an SVG of outlines as a PNG. */
export async function toPng(svg: string): Promise<Uint8Array> {
  ready ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then((bytes) => initWasm(new Uint8Array(bytes)));
  await ready;
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const png = image.asPng();
  image.free();
  return png;
}
