export { stanceOf } from '../stance/index.ts';
export { positionsOf } from './positions.ts';
export { weightiest } from './rank-quotes.ts';
