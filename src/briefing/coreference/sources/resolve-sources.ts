import type { Span } from '#core/span';
import type { Draft } from '../../mentions/mention-builder.ts';
import { CAP, DET, POSS, PREP, VERB } from '../../mentions/word-flags.ts';
import type { Scene } from '../context.ts';
import { type Entity, makeEntity } from '../entity.ts';
import { mostNamed } from '../resolve-names.ts';
import { withoutLooseEnd } from '../unnamed-entities.ts';
import type { SourceMention } from './source.ts';

/** Who a source is, or why it is not known. */
export type Told =
  | { readonly entity: Entity; readonly mention: Span }
  | { readonly why: string; readonly candidates?: readonly Entity[] };

const UNCLEAR = 'the words around it do not tell for sure';

export const SILENT: Told = { why: 'no words name the speaker' };

/** Tells who a source is, given the mention that was chosen for it. */
export function tell(scene: Scene, source: SourceMention, index: number | undefined): Told {
  const { span, unclear } = source;
  if (unclear) return { why: UNCLEAR, candidates: unclear };
  if (!span) return SILENT;
  const words = scene.tokens.text.slice(span.start, span.end);
  if (index === undefined || /^[QA]$/.test(words)) return tellWords(scene, words, span);
  const one = scene.drafts[index];
  if (one && !one.entity?.members && speakTogether(scene, one, span)) return tellTogether(scene, index, words, span);
  const entity = writerOf(scene, one, index) ?? source.entity ?? scene.resolved[index];
  return entity ? { entity, mention: span } : { why: whyOf(one, words) };
}

/** “a statement by the agency said”: those who made it speak. */
function writerOf(scene: Scene, one: Draft | undefined, index: number): Entity | undefined {
  const { words } = scene.tokens;
  if (
    one?.kind !== 'document' ||
    !STATEMENT.test(words[one.to - 1] ?? '') ||
    !/^(?:by|from)$/.test(words[one.to] ?? '')
  )
    return undefined;
  for (let at = index + 1; at < index + 4; at += 1)
    if (scene.drafts[at]?.from === one.to + 1) return scene.resolved[at];
  return undefined;
}

const STATEMENT = /^(?:statements?|releases?|communiqu[eé]s?|tweets?|posts?|announcements?|e-?mails?)$/;

function whyOf(one: Draft | undefined, words: string): string {
  return one?.kind === 'pronoun' ? `nobody before “${words}” fits it clearly` : `several may be meant by “${words}”`;
}

/** Words of which no name and no office is known speak as they stand: “a broad discussion”. */
function tellWords(scene: Scene, words: string, span: Span): Told {
  if (NO_NAME.test(words.trim())) return { why: `“${words}” names nobody` };
  // “Q: Why a ledger? A: Because …”
  if (/^[QA]$/.test(words) && scene.tokens.text[span.end] === ':') {
    const entity = words === 'A' ? mostNamed(scene) : undefined;
    return entity ? { entity, mention: span } : { why: 'the article asks' };
  }
  const name = withoutLooseEnd(words.replace(/^[\s"“‘(]+|[\s,"”’)]+$/g, ''));
  return { entity: scene.byWords.get(name.toLowerCase()) ?? keepWords(scene, name, []), mention: span };
}

const NO_NAME = /^(?:I|we|you|my|our|your|us|me|that|this|those|these|there|what|one)$/i;

function keepWords(scene: Scene, name: string, members: readonly Entity[]): Entity {
  const before = scene.byWords.get(name.toLowerCase());
  if (before) return before;
  const type = members.length > 0 || /s$/.test(name) ? 'group' : 'anonymous';
  const entity: Entity = { ...makeEntity(name, type, []), ...(members.length > 1 ? { members } : {}) };
  scene.byWords.set(name.toLowerCase(), entity);
  return entity;
}

/** “regulators and advisers to Patriot”: more speak than the mention holds. */
function speakTogether(scene: Scene, one: Draft, span: Span): boolean {
  const { words, starts, flags } = scene.tokens;
  const isApposed = one.twin !== undefined && one.twin.from > one.from;
  let end = isApposed ? (one.twin?.past ?? one.past) : one.past;
  if (words[end] === '(') while (words[end] && words[end - 1] !== ')' && (starts[end] ?? span.end) < span.end) end += 1;
  if (words[end] === ',') end += 1;
  // “the former first lady and senator” is one, and so is “Ann Roe, its head and no relation”.
  else if (isApposed || (one.number === 'one' && !one.name && !((flags[end + 1] ?? 0) & (DET | POSS)))) return false;
  if (words[end] !== 'and' || (starts[end + 1] ?? span.end) >= span.end) return false;
  return !((flags[end + 1] ?? 0) & VERB);
}

/** All who are named in the source, joined; the source's own words where not all have names. */
function tellTogether(scene: Scene, index: number, words: string, span: Span): Told {
  const members: Entity[] = [];
  for (let at = index; at < Math.min(scene.drafts.length, index + 12); at += 1) {
    const one = scene.drafts[at];
    if (!one || one.core.start >= span.end) break;
    const entity = scene.resolved[at];
    const behind = at > index && (scene.tokens.flags[one.from - 1] ?? 0) & (PREP | CAP);
    if (
      behind ||
      one.possessive ||
      one.kind === 'pronoun' ||
      one.kind === 'pair' ||
      (one.twin && one.twin.from < one.from)
    )
      continue;
    if (!entity || entity.words.length === 0)
      return { entity: keepWords(scene, withoutLooseEnd(words), [makeEntity('', 'group', [])]), mention: span };
    if (!members.includes(entity)) members.push(entity);
  }
  if (members.length < 2)
    return { entity: keepWords(scene, withoutLooseEnd(words), [makeEntity('', 'group', [])]), mention: span };
  const names = members.map(({ name }) => name);
  const name = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return { entity: scene.byWords.get(name) ?? keepWords(scene, name, members), mention: span };
}
