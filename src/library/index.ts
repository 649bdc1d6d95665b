// One article: bytes and files in, `Article` out.
export { decode, MAX_BYTES } from './decode.ts';
// A part as a reader sees it, its edits applied.
export { readAs } from './edits.ts';
export { readFileArticle } from './files.ts';
export { readMaterial } from './material.ts';
export { readArticle } from './read.ts';
// Many articles: the shelf that commands look things up on.
export { type LiveShelf, openShelf, type ShelfOptions } from './shelf.ts';
export { type Watch, watchFolder } from './watch.ts';
