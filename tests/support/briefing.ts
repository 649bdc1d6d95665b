import type { Article, ArticlePart, Edit } from '#core/article';
import type { Attribution, AttributionKind, Stance } from '#core/attribution';
import type { Briefing, Length, Mentioned } from '#core/briefing';
import type { Catalog, CatalogEntry, LoadError } from '#core/catalog';
import type { Position } from '#core/position';
import { enclosingSpan, type Span } from '#core/span';
import type { Speaker } from '#core/speaker';

/** An invented statement, given by its words: the builder finds their positions in the text. */
interface SaidSpec {
  readonly speaker?: string;
  readonly kind: AttributionKind;
  readonly stance?: Stance;
  /** The quoted words of a quotation, the whole statement of a paraphrase. */
  readonly words: readonly string[];
}

export interface EntrySpec {
  readonly id?: string;
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: string;
  readonly published?: Article['published'];
  /** The paragraphs of the story; each counts as one sentence group. */
  readonly paragraphs: readonly string[];
  /** Characters of the file and their decoded form: `['&amp;', '&']`. */
  readonly edits?: readonly (readonly [string, string])[];
  readonly speakers?: readonly Speaker[];
  readonly said?: readonly SaidSpec[];
  readonly mentioned?: readonly Mentioned[];
  readonly keyPoints?: readonly (readonly [string, Exclude<Length, 'headline'>])[];
}

/** An invented briefing, its spans found by searching the text. */
export function makeEntry(given: EntrySpec): CatalogEntry {
  const text = given.paragraphs.join('\n\n');
  const parts = given.paragraphs.map((paragraph): ArticlePart => ({ kind: 'paragraph', span: find(text, paragraph) }));
  const article: Article = {
    id: given.id ?? 'river-dam',
    text,
    format: 'text',
    title: given.title ?? 'River states argue over the dam',
    authors: ['A. Writer'],
    language: 'en',
    parts,
    edits: (given.edits ?? [])
      .flatMap(([from, as]) => all(text, from).map((span): Edit => ({ ...span, replacement: as })))
      .sort((a, b) => a.start - b.start),
    ...(given.url === undefined ? {} : { url: given.url }),
    ...(given.publisher === undefined ? {} : { publisher: given.publisher }),
    ...(given.published === undefined ? {} : { published: given.published }),
  };
  return { article, briefing: briefingOf(article, given) };
}

function briefingOf(article: Article, given: EntrySpec): Briefing {
  const speakers = given.speakers ?? [];
  const attributions = (given.said ?? []).map((said, index) => attributionOf(article, speakers, said, index));
  const [first] = article.parts;
  return {
    article,
    ...(first ? { whatsNew: { span: first.span, cuts: [], substitutions: [] } } : {}),
    keyPoints: (given.keyPoints ?? []).map(([words, minimumLength]) => ({
      span: find(article.text, words),
      cuts: [],
      substitutions: [],
      minimumLength,
    })),
    sentences: article.parts.map(({ span }, index) => ({ span, paragraph: index + 1 })),
    attributions,
    quotes: attributions.filter(({ quoted }) => quoted.length > 0),
    positions: positionsOf(attributions),
    standoff: [],
    speakers,
    mentioned: given.mentioned ?? [],
    readingTime: 1,
  };
}

function attributionOf(
  { text, parts }: Article,
  speakers: readonly Speaker[],
  said: SaidSpec,
  index: number,
): Attribution {
  const content = said.words.map((words) => find(text, words));
  const at = content[0]?.start ?? 0;
  const paragraph = parts.findIndex(({ span }) => span.start <= at && at < span.end);
  const sentences = parts[paragraph]?.span ?? { start: 0, end: text.length };
  const speaker = speakers.find(({ id }) => id === said.speaker);
  return {
    id: `a${index + 1}`,
    kind: said.kind,
    content,
    quoted: said.kind === 'indirect' ? [] : content,
    cue: [],
    source: [],
    speaker: speaker
      ? { kind: 'named', speaker, mention: { start: at, end: at } }
      : { kind: 'unknown', why: 'made up without one' },
    confidence: speaker ? 0.9 : 0,
    stanceConfidence: 0.9,
    stance: said.stance ?? 'states',
    why: { rule: 'made-up', span: sentences },
    sentences,
    paragraph: paragraph + 1,
  };
}

function positionsOf(attributions: readonly Attribution[]): readonly Position[] {
  const groups = Map.groupBy(attributions, ({ speaker, stance }) =>
    speaker.kind === 'named' ? `${speaker.speaker.id} ${stance}` : '',
  );
  const all = [...groups.values()].flatMap((evidence): Position[] => {
    const [first] = evidence;
    if (first?.speaker.kind !== 'named' || first.stance === 'states') return [];
    const { speaker } = first.speaker;
    return [{ side: speaker.side ?? speaker.name, speaker, stance: first.stance, evidence, words: wholeOf(first) }];
  });
  return [...Map.groupBy(all, ({ side }) => side).values()].flat();
}

/** The whole text of a statement. */
const wholeOf = ({ content }: Attribution): Position['words'] => ({
  span: enclosingSpan(content) ?? { start: 0, end: 0 },
  cuts: content.slice(1).map(({ start }, at) => ({ start: content[at]?.end ?? start, end: start })),
  substitutions: [],
});

/** Makes a catalog of entries, newest first. */
export const catalogOf = (entries: readonly CatalogEntry[], faults: readonly LoadError[] = []): Catalog => ({
  entries: () => entries,
  find: (query) =>
    entries.find(({ article }) => article.id === query || article.title.toLowerCase().includes(query.toLowerCase())),
  loadErrors: () => faults,
});

function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The made-up text does not hold: ${words}`);
  return { start, end: start + words.length };
}

function all(text: string, words: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    spans.push({ start: at, end: at + words.length });
  }
  return spans;
}
