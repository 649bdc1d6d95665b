export { positionsOf } from './positions.ts';
export { stanceOf } from './stance.ts';
export { weightiest } from './weightiest.ts';
