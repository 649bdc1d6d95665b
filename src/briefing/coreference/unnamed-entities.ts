import type { Draft } from '../mentions/mention-builder.ts';
import { BODY, DET, DOC, PERSON, QUANT } from '../mentions/word-flags.ts';
import { type Scene, textOf } from './context.ts';
import { type Entity, makeEntity } from './entity.ts';
import { ownerAt } from './resolve-relatives.ts';

/** An unnamed entity, keyed by its description; “his wife” also by the person she is related to. */
export function keep(scene: Scene, one: Draft, flag: number, index: number): Entity {
  const key = keyOf(scene, one, index);
  const before = scene.byWords.get(key);
  if (before) return before;
  const entity = makeEntity(nameOf(scene, one), typeOf(one, flag), []);
  scene.byWords.set(key, entity);
  return entity;
}

/** The unnamed entity that was described by the same words before: “the report”. */
export const keptAs = (scene: Scene, one: Draft, index: number): Entity | undefined =>
  one.article === 'indefinite' ? undefined : scene.byWords.get(keyOf(scene, one, index));

const keyOf = (scene: Scene, one: Draft, index: number): string =>
  textOf(scene, one)
    .toLowerCase()
    .replace(/^(?:the|a|an) /, '') + ownerOf(scene, one, index);

/** The words for them: with what hangs behind one who would be bare without, else with “of”, “from”, “for”. */
function nameOf(scene: Scene, one: Draft): string {
  const { words, text, ends, flags } = scene.tokens;
  let first = one.from;
  while (first < one.to - 1 && (flags[first] ?? 0) & (DET | QUANT)) first += 1;
  const bare = first === one.to - 1 && one.number === 'one' && one.kind !== 'document';
  let to = one.to;
  for (let at = one.to; at < one.past; at += 1) {
    if (
      !bare &&
      LOOSE_BEHIND.test(words[at] ?? '') &&
      !/^(?:close|familiar|loyal|aligned|privy|involved|present|briefed|sources|officials)$/.test(
        words[at - 1] ?? '',
      ) &&
      !/^(?:those|ones)$/.test(words[one.from] ?? '')
    )
      break;
    to = at + 1;
  }
  return withoutLooseEnd(text.slice(one.span.start, ends[to - 1] ?? one.span.end));
}

// A flurry of     Donors and special interest groups, who     Two officials familiar with the
//          --                                       -----                            --------
/** The description of an entity without the words that continue the sentence, as its end was unclear. */
export function withoutLooseEnd(words: string): string {
  let end = words.length;
  for (;;) {
    while (end > 0 && /[\s,]/.test(words.charAt(end - 1))) end -= 1;
    const start = words.lastIndexOf(' ', end - 1) + 1;
    if (start === 0) return end > 0 ? words.slice(0, end) : words;
    if (!LOOSE_END.test(words.slice(start, end))) return words.slice(0, end);
    end = start;
  }
}

const LOOSE_END = /^(?:a|an|the|of|and|or|for|in|at|to|with|from|by|on|who|that|which|whose|familiar|close)$/i;

const LOOSE_BEHIND = /^(?:in|at|with|on|inside|within|near|around|across|outside|against|to)$/;

function ownerOf(scene: Scene, one: Draft, index: number): string {
  if (!/^(?:his|her|its|their)$/.test(scene.tokens.words[one.from] ?? '')) return '';
  return ` of ${ownerAt(scene, one, index)?.name}`;
}

function typeOf(one: Draft, flag: number): Entity['type'] {
  if (one.kind === 'document') return 'document';
  if (one.number === 'many') return 'group';
  if (flag & PERSON || one.kind === 'office') return 'anonymous';
  if (flag & BODY) return 'organisation';
  return flag & DOC ? 'document' : 'anonymous';
}
