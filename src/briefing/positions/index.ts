export { stanceOf } from '../stance/index.ts';
export { positionsOf } from './positions.ts';
export { rankQuotes } from './rank-quotes.ts';
export { standoffOf } from './standoff.ts';
