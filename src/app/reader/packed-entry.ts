import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { CatalogEntry } from '#core/catalog';
import { searchTerms } from '#lookup/search';
import { versionOf } from '#schedule/delivery/version-of';

/** What lists and look-ups by title need of every article. */
interface Head extends Pick<Briefing, 'readingTime'> {
  readonly article: Omit<Article, 'id' | 'text' | 'parts' | 'edits'>;
  /** The names of the briefing's fields that stand in the body. */
  readonly fields: readonly string[];
  /** A digest of the article's sentences. */
  readonly version: string;
}

type Names = Pick<Briefing, 'speakers' | 'mentioned'>;
type Body = Pick<Article, 'text' | 'parts' | 'edits'> & { readonly briefing: Readonly<Record<string, unknown>> };

/** What stays in memory of an entry. */
export interface PackedHead {
  /** JSON. */
  readonly head: string;
  /** Who speaks and who is mentioned: JSON, opened when it is asked for. */
  readonly names: string;
  /** What the article is searched by. */
  readonly terms: string;
}

/** An entry as a worker hands it over and the cache keeps it. */
export interface PackedEntry extends PackedHead {
  /** The article's text, and everything else of its briefing: serialized and compressed. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** zstd's fastest: a briefing becomes a sixth in less than a millisecond. */
export function pack(entry: CatalogEntry): PackedEntry {
  const { id: _, text, parts, edits, ...article } = entry.article;
  const { article: __, speakers, mentioned, readingTime, ...briefing } = entry.briefing;
  const head: Head = { article, readingTime, fields: Object.keys(briefing), version: versionOf(entry) };
  const names: Names = { speakers, mentioned };
  const body: Body = { text, parts, edits, briefing };
  return {
    head: JSON.stringify(head),
    names: JSON.stringify(names),
    terms: searchTerms(entry),
    body: new Uint8Array(zstdCompressSync(serialize(body))),
  };
}

/**
 * The entry in a package. Its text and its briefing are opened when they are first asked for, and may be opened again.
 *
 * @param read gives the body of this package, from memory or from disk.
 */
export function unpack(packed: PackedHead, id: string, read: () => Uint8Array): CatalogEntry {
  const head = JSON.parse(packed.head) as Head;
  // As octets they take half the memory of texts, and a quarter of that of objects.
  const [names, terms] = [Buffer.from(packed.names), Buffer.from(packed.terms)];
  let opened: WeakRef<Names> | undefined;
  const namesOf = (): Names => {
    const known = opened?.deref();
    if (known) return known;
    const parsed = JSON.parse(names.toString()) as Names;
    opened = new WeakRef(parsed);
    return parsed;
  };
  const bodyOf = (): Body => openBodies.get(entry, () => deserialize(zstdDecompressSync(read())) as Body);
  const article = { id, ...head.article } as Article;
  for (const name of ['text', 'parts', 'edits'] as const) defineLazily(article, name, () => bodyOf()[name]);
  const briefing = { article, readingTime: head.readingTime } as Briefing;
  for (const name of ['speakers', 'mentioned'] as const) defineLazily(briefing, name, () => namesOf()[name]);
  for (const name of head.fields) defineLazily(briefing, name, () => bodyOf().briefing[name]);
  const entry = { article, briefing, version: head.version } as CatalogEntry;
  defineLazily(entry, 'terms', () => terms.toString());
  return entry;
}

/** An own, enumerable property, so that a copy of the object has it too. */
const defineLazily = (object: object, name: string, get: () => unknown): void =>
  void Object.defineProperty(object, name, { enumerable: true, get });

/** Characters of the articles whose bodies are kept open. */
const MAX_OPEN_CHARACTERS = 4_000_000;

/** The bodies that were asked for last. */
class OpenBodies {
  /** The one that was asked for longest ago first. */
  readonly #bodies = new Map<CatalogEntry, Body>();
  #characters = 0;

  get(entry: CatalogEntry, open: () => Body): Body {
    const known = this.#bodies.get(entry);
    const body = known ?? open();
    this.#bodies.delete(entry);
    this.#bodies.set(entry, body);
    if (!known) this.#characters += body.text.length;
    for (const [oldest, { text }] of this.#bodies) {
      if (this.#characters <= MAX_OPEN_CHARACTERS || oldest === entry) break;
      this.#bodies.delete(oldest);
      this.#characters -= text.length;
    }
    return body;
  }
}

const openBodies = new OpenBodies();
