import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { CatalogEntry } from '#core/catalog';
import { searchTerms } from '#lookup/search';
import { versionOf } from '#schedule/delivery/version-of';

/** The data of an article needed for lists and look-ups by title. */
interface Head extends Pick<Briefing, 'readingTime'> {
  readonly article: Omit<Article, 'id' | 'text' | 'parts' | 'edits'>;
  /** The names of the briefing's fields in the body. */
  readonly fields: readonly string[];
  /** A digest of the article's sentences. */
  readonly version: string;
}

type Names = Pick<Briefing, 'speakers' | 'mentioned'>;
type Body = Pick<Article, 'text' | 'parts' | 'edits'> & { readonly briefing: Readonly<Record<string, unknown>> };

/** The part of an entry that stays in memory. */
export interface PackedHead {
  /** JSON. */
  readonly head: string;
  /** Speakers and mentioned persons: JSON, parsed when needed. */
  readonly names: string;
  /** The search terms of the article. */
  readonly terms: string;
}

/** An entry in the form in which a worker returns it and the cache stores it. */
export interface PackedEntry extends PackedHead {
  /** The text and the rest of the briefing: serialized and compressed. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Packs an entry, with the fastest level of zstd: a briefing shrinks to a sixth in less than a millisecond. */
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
 * Unpacks an entry lazily. Its text and its briefing are unpacked when first needed, possibly more than once.
 *
 * @param read returns the body of this package, from memory or from disk.
 */
export function unpack({ head, names, terms }: PackedHead, id: string, read: () => Uint8Array): CatalogEntry {
  const { article, readingTime, fields, version } = JSON.parse(head) as Head;
  return new LazyEntry(new Package(names, terms, read), { id, ...article } as Article, readingTime, fields, version);
}

/** Unpacks an entry immediately, into plain objects that can be cloned. */
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

/** The parts of an entry that are unpacked when needed. */
class Package {
  readonly #names: Buffer;
  readonly #terms: Buffer;
  readonly #read: () => Uint8Array;
  #openNames: WeakRef<Names> | undefined;

  constructor(names: string, terms: string, read: () => Uint8Array) {
    // Bytes take half the memory of strings, and a quarter of that of objects.
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

/** The getters are on prototypes, which thousands of entries share. */
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

/** Creates a prototype with properties that read the package of an object. */
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

/** The prototype of briefings with these fields in their bodies; there are two or three of them. */
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

/** The maximum length of articles with unpacked bodies in total, in characters. */
const MAX_OPEN_CHARACTERS = 4_000_000;

/** The most recently used bodies. */
class OpenBodies {
  /** The least recently used one first. */
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
