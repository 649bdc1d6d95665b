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
  /** A sentence about what it is and where to find it. */
  readonly about: string;
  /** The prefix of its values: `xoxb-`. */
  readonly prefix?: string;
  /** Whether it must never be shown; its value is redacted in the log. */
  readonly secret?: true;
  /** Whether setup asks for it. */
  readonly asked?: true;
  /** Returns a sentence about what is wrong with a value, without repeating it; undefined if it may be valid. */
  readonly check?: (value: string) => string | undefined;
}

/** Returns the value of a setting by its name; empty if it is not set. */
export type ReadSetting = (name: string) => string;

/** A supported chat platform, whether it is configured or not. */
export interface Platform {
  /** The displayed name: `Pigeon`. */
  readonly name: string;
  readonly settings: readonly Setting[];
  /** The required settings, in words: `PIGEON_TOKEN with PIGEON_SECRET`. */
  readonly requirement: string;
  /**
   * The connection described by the settings; undefined if none of them is set.
   *
   * @throws UserError with all mistakes, one per line, and without values that may be secret.
   */
  configure(read: ReadSetting): Connection | undefined;
  /** Guides through the setup and reports the remaining steps; works without any settings. */
  setUp(read: ReadSetting, house: Pick<AdapterHost, 'commands' | 'translations'>): Promise<readonly Diagnostic[]>;
}

/** A platform with its settings. Its client is loaded only when it is opened. */
export interface Connection {
  readonly name: string;
  /** The URL where a workspace or server adds the app; absent if the operator does that. */
  readonly installUrl?: string;
  open(house: AdapterHost): Promise<Adapter>;
  /** Checks tokens, scopes, intents, registered commands and connectivity without changing anything. */
  diagnose(house: Pick<AdapterHost, 'commands' | 'translations'>): Promise<readonly Diagnostic[]>;
}

/** The result of one check. */
export interface Diagnostic {
  readonly ok: boolean;
  readonly what: string;
  /** What to do about it. */
  readonly fix?: string;
  /** Text to copy or to click, on separate lines. */
  readonly show?: string;
  /** The file in the root of the project that `npm run setup -- --save` writes `show` to. */
  readonly file?: string;
  /** It works, but not as well as it could. */
  readonly warning?: true;
  /** Whether setup shows it only before the settings are entered. */
  readonly once?: true;
}

/** One request from arrival to answer, for the log and the counters; it holds no user text. */
export interface RequestRecord {
  readonly platform: string;
  /** Its source: `command`, `button`, `select`, `modal`, `shortcut`, `mention`, `message`, `home`. */
  readonly source: string;
  /** The command's name, if it is one of ours. */
  readonly command?: string;
  /** Milliseconds from arrival until it was answered. */
  readonly ms: number;
  /** `refused`: the platform rejected the answer. */
  readonly outcome: Outcome | 'refused' | 'busy';
  readonly id: string;
}

/** What the application passes to an adapter. */
export interface AdapterHost {
  readonly commands: readonly Command[];
  readonly translations: Translations;
  readonly catalog: Catalog;
  readonly logger: Logger;
  /** Records a request in the log and the metrics. */
  readonly record: (request: RequestRecord) => void;
  readonly newId: () => string;
  readonly secretStore: SecretStore;
  /** A secret of this installation for one purpose, the same after a restart. @throws UserError without ONRECORD_KEY. */
  readonly secretFor: (purpose: string) => string;
  /** Passes requests below a path (`/pigeon`) on the process's HTTP port to a listener. */
  readonly mount: (path: string, listener: Listener) => void;
  /** Reports whether the platform is connected, for monitoring. */
  readonly onState: (connected: boolean) => void;
  /** Registers a function that returns how many calls to the platform wait or run; called on each scrape. */
  readonly watchQueue?: (pending: () => number) => void;
  /** A workspace has removed Onrecord: nothing more is posted there, and its data is deleted later. */
  readonly onRemoved?: (tenant: Tenant) => void;
  /** A workspace has installed Onrecord, perhaps again. */
  readonly onInstalled?: (tenant: Tenant) => void;
  /** The workspaces of a platform with stored data, so that removed ones are found at the start of the process. */
  readonly tenants?: (platform: string) => Promise<readonly Tenant[]>;
  /** Information that the operator gives users. */
  readonly operator?: Operator;
  /** The welcome message for new users: what the app is, and what to type. */
  readonly welcome?: (locale: string | undefined, rename?: RenameCommands) => Reply;
  /**
   * Records that a workspace that installed Onrecord at an instant (milliseconds since 1970) is welcomed; resolves to
   * false if it has been welcomed already, before a restart or by another process.
   */
  readonly claimWelcome?: (tenant: Tenant, joined: number) => Promise<boolean>;
  /**
   * Reports in one line that the platform is permanently disconnected, why, and what to do. Other platforms continue.
   */
  readonly onLost: (reason: string) => void;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
