// One article: bytes and files in, `Article` out.

// Many articles: the catalog in which commands look articles up.
export { type CatalogOptions, type LiveCatalog, openCatalog, type ReadEntry } from './catalog.ts';
export { compactArticle } from './compact.ts';
// A part with its edits applied.
export { readAs } from './edits.ts';
export { decode, MAX_BYTES } from './encoding/decode.ts';
export { readFileArticle, readFileText } from './files.ts';
export type { FileState } from './folder.ts';
export { readArticle, readText } from './read.ts';
export { readUpload } from './upload.ts';
export { type Watch, watchFolder } from './watch.ts';
