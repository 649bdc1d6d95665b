import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Operator } from './access/operator.ts';
import type { Catalog } from './catalog.ts';
import type { Command } from './commands/command.ts';
import type { Translations } from './commands/translation.ts';
import type { RenameCommands } from './messages/index.ts';
import type { Adapter, Logger, Outcome, SecretStore } from './ports.ts';
import type { Reply } from './reply.ts';
import type { Tenant } from './storage/store.ts';

/** One line of `.env.example`. */
export interface Setting {
  readonly name: string;
  /** What it is and where it is found, in a sentence. */
  readonly about: string;
  /** How every value of it begins: `xoxb-`. */
  readonly prefix?: string;
  /** Whether it must never be shown; its value is struck out of every log line. */
  readonly secret?: true;
  /** Whether setup asks a newcomer for it. */
  readonly asked?: true;
  /** What is wrong with a value, in a sentence that does not repeat it; undefined where it may be right. */
  readonly check?: (value: string) => string | undefined;
}

/** The value of a setting by its name; empty where it is not given. */
export type ReadSetting = (name: string) => string;

/** A supported chat platform, whether it is configured or not. */
export interface Platform {
  /** As people write it: `Pigeon`. */
  readonly name: string;
  readonly settings: readonly Setting[];
  /** What connects it, in words: `PIGEON_TOKEN with PIGEON_SECRET`. */
  readonly requirement: string;
  /**
   * The connection that the settings describe; undefined where none of them is given.
   *
   * @throws UserError with every mistake at once, a line each; never with a value that may be a secret.
   */
  configure(read: ReadSetting): Connection | undefined;
  /** Brings about what a newcomer needs, and tells what is still to be done; works with no settings at all. */
  setUp(read: ReadSetting, house: Pick<AdapterHost, 'commands' | 'translations'>): Promise<readonly Diagnostic[]>;
}

/** A platform with its settings. Its client is loaded only when it is opened. */
export interface Connection {
  readonly name: string;
  /** Where a workspace or server adds the app; absent where the operator does that. */
  readonly installUrl?: string;
  open(house: AdapterHost): Promise<Adapter>;
  /** Looks at tokens, scopes, intents, registered commands and whether the platform can be reached; changes nothing. */
  diagnose(house: Pick<AdapterHost, 'commands' | 'translations'>): Promise<readonly Diagnostic[]>;
}

/** One thing looked at. */
export interface Diagnostic {
  readonly ok: boolean;
  readonly what: string;
  /** What to do about it. */
  readonly fix?: string;
  /** Something to copy or to click, on lines of its own. */
  readonly show?: string;
  /** The file at the top of the project that `show` is kept in: `npm run setup -- --save` writes it. */
  readonly file?: string;
  /** It works, and something is worse than it could be. */
  readonly warning?: true;
  /** Setup shows it once, not again after the settings have been typed. */
  readonly once?: true;
}

/** One request from arrival to answer, for the log and the counters; it holds no user text. */
export interface RequestRecord {
  readonly platform: string;
  /** The way it came in: `command`, `button`, `select`, `modal`, `shortcut`, `mention`, `message`, `home`. */
  readonly source: string;
  /** The command's name, if it is one of ours. */
  readonly command?: string;
  /** Milliseconds from arrival until it was answered. */
  readonly ms: number;
  /** `refused`: the platform did not take the answer. */
  readonly outcome: Outcome | 'refused' | 'busy';
  readonly id: string;
}

/** What the application passes to an adapter. */
export interface AdapterHost {
  readonly commands: readonly Command[];
  readonly translations: Translations;
  readonly catalog: Catalog;
  readonly logger: Logger;
  /** Tells the log and the counters about one question. */
  readonly record: (request: RequestRecord) => void;
  readonly newId: () => string;
  readonly secretStore: SecretStore;
  /** A secret of this installation for one purpose, the same after a restart. @throws UserError without ONRECORD_KEY. */
  readonly secretFor: (purpose: string) => string;
  /** Gives the requests under a path (`/pigeon`) on the process's HTTP port to a listener. */
  readonly mount: (path: string, listener: Listener) => void;
  /** Whether the platform is connected at present, for those who watch over the process. */
  readonly onState: (connected: boolean) => void;
  /** Registers a function that returns how many calls to the platform wait or run; called on each scrape. */
  readonly watchQueue?: (pending: () => number) => void;
  /** A workspace has removed Onrecord: nothing more is posted there, and its data is deleted later. */
  readonly onRemoved?: (tenant: Tenant) => void;
  /** A workspace has installed Onrecord, perhaps again. */
  readonly onInstalled?: (tenant: Tenant) => void;
  /** The workspaces of a platform that data is kept of: those that are gone are found when the process starts. */
  readonly tenants?: (platform: string) => Promise<readonly Tenant[]>;
  /** What the operator tells users. */
  readonly operator?: Operator;
  /** What users see first, where the app is new: what it is, and what to type. */
  readonly welcome?: (locale: string | undefined, rename?: RenameCommands) => Reply;
  /**
   * Records that a workspace that installed Onrecord at an instant (milliseconds since 1970) is welcomed; resolves to
   * false if it has been welcomed already, before a restart or by another process.
   */
  readonly claimWelcome?: (tenant: Tenant, joined: number) => Promise<boolean>;
  /** The platform is lost for good: one clear line that says why and what to do. The others go on. */
  readonly onLost: (reason: string) => void;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
