import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The files that the pages load; no others are served. */
const ASSETS: ReadonlySet<string> = new Set([
  'page.css',
  'drawings.css',
  'reader.css',
  'chat.js',
  'completion.js',
  'files.js',
  'save.js',
  'posts.js',
  'reader.js',
  'theme.js',
  'views.js',
  'icon.svg',
]);

const files = new Map<string, Promise<Buffer>>();

/** Serves a style sheet or script, read once. */
export async function serveAsset(context: Context): Promise<Response> {
  const name = context.req.param('name') ?? '';
  if (!ASSETS.has(name)) return context.notFound();
  const file = files.get(name) ?? readFile(new URL(`assets/${name}`, import.meta.url));
  files.set(name, file);
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return context.body(new Uint8Array(await file), 200, { 'content-type': type, 'cache-control': 'no-cache' });
}
