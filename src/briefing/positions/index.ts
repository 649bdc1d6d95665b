export { positionsOf } from './positions.ts';
export { stanceOf, type Utterance } from './stance.ts';
export { weightiest } from './weightiest.ts';
