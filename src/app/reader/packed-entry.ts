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
export function unpack({ head, names, terms }: PackedHead, id: string, read: () => Uint8Array): CatalogEntry {
  const { article, readingTime, fields, version } = JSON.parse(head) as Head;
  return new LazyEntry(new Package(names, terms, read), { id, ...article } as Article, readingTime, fields, version);
}

/** The same, opened at once: an entry of plain objects, which can be copied. */
export function unpackWhole(packed: PackedEntry, id: string): CatalogEntry {
  const { article: head, readingTime, version } = JSON.parse(packed.head) as Head;
  const { text, parts, edits, briefing } = deserialize(zstdDecompressSync(packed.body)) as Body;
  const article = { id, ...head, text, parts, edits } as Article;
  const names = JSON.parse(packed.names) as Names;
  return {
    article,
    briefing: { article, readingTime, ...names, ...briefing } as Briefing,
    version,
    terms: packed.terms,
  };
}

/** The parts of an entry that are opened when they are asked for. */
class Package {
  readonly #names: Buffer;
  readonly #terms: Buffer;
  readonly #read: () => Uint8Array;
  #openNames: WeakRef<Names> | undefined;

  constructor(names: string, terms: string, read: () => Uint8Array) {
    // As octets they take half the memory of texts, and a quarter of that of objects.
    this.#names = Buffer.from(names);
    this.#terms = Buffer.from(terms);
    this.#read = read;
  }

  names(): Names {
    const known = this.#openNames?.deref();
    if (known) return known;
    const names = JSON.parse(this.#names.toString()) as Names;
    this.#openNames = new WeakRef(names);
    return names;
  }

  terms(): string {
    return this.#terms.toString();
  }

  body(): Body {
    return openBodies.get(this, () => deserialize(zstdDecompressSync(this.#read())) as Body);
  }
}

const PACKAGE = Symbol('package');

/** Getters stand on prototypes: thousands of entries share them. */
class LazyEntry implements CatalogEntry {
  readonly article: Article;
  readonly briefing: Briefing;
  readonly version: string;
  readonly [PACKAGE]: Package;

  constructor(source: Package, article: Article, readingTime: number, fields: readonly string[], version: string) {
    this[PACKAGE] = source;
    this.article = Object.assign(Object.create(LAZY_ARTICLE), article, { [PACKAGE]: source });
    const briefing = { article: this.article, readingTime, [PACKAGE]: source };
    this.briefing = Object.assign(Object.create(lazyBriefing(fields)), briefing);
    this.version = version;
  }

  get terms(): string {
    return this[PACKAGE].terms();
  }
}

interface Packaged {
  readonly [PACKAGE]: Package;
}

/** A prototype whose properties are taken from the package of an object. */
function lazily(getters: Readonly<Record<string, (source: Package) => unknown>>): object {
  const prototype = {};
  for (const [name, get] of Object.entries(getters)) {
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: Packaged) {
        return get(this[PACKAGE]);
      },
    });
  }
  return prototype;
}

const LAZY_ARTICLE = lazily({
  text: (source) => source.body().text,
  parts: (source) => source.body().parts,
  edits: (source) => source.body().edits,
});

const briefings = new Map<string, object>();

/** The prototype of briefings with these fields in their bodies: there are two or three of them. */
function lazyBriefing(fields: readonly string[]): object {
  const key = fields.join();
  const known = briefings.get(key);
  if (known) return known;
  const prototype = lazily({
    speakers: (source) => source.names().speakers,
    mentioned: (source) => source.names().mentioned,
    ...Object.fromEntries(fields.map((name) => [name, (source: Package) => source.body().briefing[name]])),
  });
  briefings.set(key, prototype);
  return prototype;
}

/** Characters of the articles whose bodies are kept open. */
const MAX_OPEN_CHARACTERS = 4_000_000;

/** The bodies that were asked for last. */
class OpenBodies {
  /** The one that was asked for longest ago first. */
  readonly #bodies = new Map<Package, Body>();
  #characters = 0;

  get(source: Package, open: () => Body): Body {
    const known = this.#bodies.get(source);
    const body = known ?? open();
    this.#bodies.delete(source);
    this.#bodies.set(source, body);
    if (!known) this.#characters += body.text.length;
    for (const [oldest, { text }] of this.#bodies) {
      if (this.#characters <= MAX_OPEN_CHARACTERS || oldest === source) break;
      this.#bodies.delete(oldest);
      this.#characters -= text.length;
    }
    return body;
  }
}

const openBodies = new OpenBodies();
