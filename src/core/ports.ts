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
  /** A platform's own slash command or form, with parsed options. */
  | ({ readonly kind: 'call' } & Invocation)
  /** A button or a select of an earlier answer; what it refers to may no longer exist. */
  | ({ readonly kind: 'component' } & Invocation);
/** `mistake`: an error that the requester can correct; `failed`: an internal error. */
export type Outcome = 'answered' | 'mistake' | 'failed';

export interface Answer {
  readonly reply: Reply;
  readonly outcome: Outcome;
  /** The language of our own words in it; English if left out. */
  readonly language?: Language;
  /** The parsed invocation, if there is one. Repeating it gives the same answer. */
  readonly invocation?: Invocation;
  /** The parsed invocation with a missing option, so that a form can ask for it. */
  readonly incomplete?: Invocation;
}

/** A text that a user submits: a message, or a file attached to one. */
export interface Upload {
  /** Its extension determines how it is read: `.txt`, `.md`, `.html`, `.mhtml`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The targets of links after words in a message. */
  readonly links?: readonly string[];
}

/** The longest accepted text in bytes: many times any article, and read within about a second. */
export const MAX_UPLOAD_BYTES = 200_000;

/** The largest accepted page in bytes, with its scripts and pictures; its story may be as long as any text. */
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
  /** The article with this ID: of the catalog, or uploaded by this tenant. */
  findArticle(id: string, tenantKey: string): CatalogEntry | undefined;
  /** Completions for the line up to the cursor, each a whole replacement of its last word. */
  completeLine(line: string): readonly Choice[];
  /** Display names for the values of a call, such as an article's title for its ID. */
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

/** A user interface: the terminal, or a chat platform. */
export interface Adapter {
  readonly name: string;
  /** Posts to channels, if the platform has channels. */
  readonly publisher?: Publisher;
  /**
   * Resolves when it accepts requests.
   *
   * @throws UserError if it cannot start, with the cause and what to do.
   */
  start(dispatcher: Dispatcher): Promise<void>;
  /** Resolves when all requests in flight are answered; may be called at any time, and repeatedly. */
  stop(): Promise<void>;
}

export interface Logger {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}

/** Stores small secrets, encrypted at rest; a key is any text. */
export interface SecretStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}
