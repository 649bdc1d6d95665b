import type { Requester } from './access/requester.ts';
import type { CatalogEntry } from './catalog.ts';
import type { Choice } from './commands/choice.ts';
import type { Invocation } from './commands/invocation.ts';
import type { Language } from './messages/index.ts';
import type { Publisher } from './publisher.ts';
import type { Reply } from './reply.ts';

/** A request, independent of how it came in. */
export type Question =
  /** Typed: `/quotes speaker:kim`, the slash optional. */
  | { readonly kind: 'line'; readonly text: string }
  /** A platform's own slash command or form, its options taken apart already. */
  | ({ readonly kind: 'call' } & Invocation)
  /** A button or a select of an earlier answer; it may have outlived what it leads to. */
  | ({ readonly kind: 'component' } & Invocation);
/** `mistake`: something the asker can mend; `failed`: something only the log explains. */
export type Outcome = 'answered' | 'mistake' | 'failed';

export interface Answer {
  readonly reply: Reply;
  readonly outcome: Outcome;
  /** What its own words are in; English where nothing is said. */
  readonly language?: Language;
  /** What was understood; absent where nothing was. Asking it again gives the same answer. */
  readonly invocation?: Invocation;
  /** What was understood where an option came without its value, so that a form can ask for it. */
  readonly incomplete?: Invocation;
}

/** A text that a user submits: a message, or a file attached to one. */
export interface Upload {
  /** Its ending tells how it is read: `.txt`, `.md`, `.html`, `.mhtml`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Where words of a message lead to that are no addresses themselves. */
  readonly links?: readonly string[];
}

/** The longest text taken in, in bytes: many times any article, and read within about a second. */
export const MAX_UPLOAD_BYTES = 200_000;

/** The largest page taken in, with the scripts and pictures in it; its story may be as long as any text. */
export const MAX_UPLOADED_PAGE_BYTES = 5_000_000;

/** Names of pages, and of pages saved as one file. */
export const PAGE_NAME = /\.(?:[xs]?html?|mht(?:ml)?)$/i;

/** How many bytes a file of this name may have. */
export const maxUploadBytes = (name: string): number =>
  PAGE_NAME.test(name) ? MAX_UPLOADED_PAGE_BYTES : MAX_UPLOAD_BYTES;

/** Answers a request; never throws. Without a requester, the request is made by the local terminal user. */
export interface Dispatcher {
  dispatch(question: Question, requester?: Requester): Promise<Answer>;
  /** Briefs a submitted text, which is kept for a while so that buttons can refer to it. */
  briefUpload(upload: Upload, requester?: Requester): Promise<Answer>;
  /** The article of exactly this id: of the catalog, or uploaded by this tenant. */
  findArticle(id: string, tenantKey: string): CatalogEntry | undefined;
  /** Completions for the line up to the cursor, each a whole replacement of its last word. */
  completeLine(line: string): readonly Choice[];
  /** What the values of a call are called where that is not what they are: an article's title for its id. */
  labelsOf(invocation: Invocation, requester: Requester): Promise<Readonly<Record<string, string>>>;
  /** At most 25 completions for one option's value, from memory. */
  complete(
    command: string,
    option: string,
    typed: string,
    options: Readonly<Record<string, string>>,
    requester?: Requester,
  ): readonly Choice[];
}

/** A place where people ask: the terminal, a chat platform. */
export interface Adapter {
  readonly name: string;
  /** Posts to channels, where the platform has any. */
  readonly publisher?: Publisher;
  /**
   * Resolves when it takes questions.
   *
   * @throws UserError where it cannot, with the cause and what to do.
   */
  start(dispatcher: Dispatcher): Promise<void>;
  /** Resolves when everything under way has been answered; may be called at any time, and twice. */
  stop(): Promise<void>;
}

export interface Logger {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

/** Small secrets, kept over restarts and encrypted at rest; a key is any text. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}
