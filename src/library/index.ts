export { decode, MAX_BYTES } from './decode.ts';
export { readFileArticle } from './files.ts';
export { readArticle } from './read.ts';
