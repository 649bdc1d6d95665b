import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands } from '#commands';
import type { Operator } from '#core/access/operator';
import type { CatalogEntry } from '#core/catalog';
import { translatorFor } from '#core/messages/index';
import type { AdapterHost, Listener, RequestRecord } from '#core/platform';
import type { SecretStore } from '#core/ports';
import type { Tenant } from '#core/storage/store';
import { welcome } from '#replies/data';
import { catalogOf } from './briefing.ts';
import { type Inbox, makeInbox } from './inbox.ts';

/** One line that was logged. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A host over an invented catalog that records what an adapter reports. */
export interface TestHost {
  readonly host: AdapterHost;
  readonly requests: readonly RequestRecord[];
  readonly lines: readonly LogLine[];
  /** The whole log as text, for tests of what it must not contain. */
  readonly log: () => string;
  readonly states: readonly boolean[];
  /** Resolves with the next request record, each returned once. */
  readonly nextRequest: () => Promise<RequestRecord>;
  /** Resolves with the next change of state, each returned once. */
  readonly nextState: () => Promise<boolean>;
  /** The workspaces whose data is to be deleted. */
  readonly forgotten: Inbox<Tenant>;
  /** The workspaces that have installed the app. */
  readonly installed: Inbox<Tenant>;
  /** The workspaces that have stored data. */
  readonly tenants: Tenant[];
  /** The workspaces that received a welcome message, each with the time of its installation. */
  readonly welcomed: Map<string, number>;
  /** Resolves with the reason when the platform is lost. */
  readonly lost: Promise<string>;
  /**
   * Serves the mounted listeners on a free port and returns its URL, `http://127.0.0.1:…`; later calls return the same.
   */
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The information that the operator gives users in the tests. */
const OPERATOR: Operator = {
  support: 'mailto:help@onrecord.example',
  terms: 'https://onrecord.example/terms',
  retentionDays: 30,
};

/** @param secretStore given if it has to survive the host, as across a restart. */
export function testHost(entries: readonly CatalogEntry[], secretStore: SecretStore = memorySecretStore()): TestHost {
  const lines: LogLine[] = [];
  const [forgotten, installed] = [makeInbox<Tenant>(), makeInbox<Tenant>()];
  const tenants: Tenant[] = [];
  const welcomed = new Map<string, number>();
  const [visits, states] = [makeInbox<RequestRecord>(), makeInbox<boolean>()];
  const mounted = new Map<string, Listener>();
  const { promise: lost, resolve: lose } = Promise.withResolvers<string>();
  let server: Server | undefined;
  let ids = 0;
  const note =
    (level: LogLine['level']) =>
    (message: string, details: LogLine['details'] = {}): void => {
      lines.push({ level, message, details });
    };
  return {
    host: {
      commands,
      translations: {},
      catalog: catalogOf(entries),
      logger: { info: note('info'), error: note('error') },
      record: visits.add,
      newId: () => `id${++ids}`,
      secretStore,
      secretFor: (purpose) => `secret for ${purpose}`,
      mount: (path, listener) => void mounted.set(path, listener),
      onState: states.add,
      onRemoved: forgotten.add,
      onInstalled: installed.add,
      tenants: async () => tenants,
      operator: OPERATOR,
      welcome: (locale, rename) => welcome(translatorFor(locale, rename)),
      claimWelcome: async ({ workspace }, joined) => {
        const isNew = (welcomed.get(workspace) ?? 0) < joined;
        welcomed.set(workspace, joined);
        return isNew;
      },
      onLost: lose,
    },
    forgotten,
    installed,
    tenants,
    welcomed,
    requests: visits.all,
    lines,
    log: () => lines.map((line) => JSON.stringify(line, withErrors)).join('\n'),
    states: states.all,
    nextRequest: () => visits.next(),
    nextState: () => states.next(),
    lost,
    listen: async () => {
      if (server) return addressOf(server);
      server = createServer((request, response) => listenerFor(mounted, request.url)(request, response));
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
      return addressOf(server);
    },
    close: async () => {
      server?.closeAllConnections();
      await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    },
  };
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const listenerFor = (mounted: ReadonlyMap<string, Listener>, url = '/'): Listener =>
  mounted.entries().find(([path]) => url === path || url.startsWith(`${path}/`))?.[1] ??
  ((_, response) => void response.writeHead(404).end());

/** A secret store in memory whose keys can be read. */
export interface MemorySecretStore extends SecretStore {
  keys(): readonly string[];
}

export function memorySecretStore(): MemorySecretStore {
  const kept = new Map<string, string>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    delete: async (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

const withErrors = (_: string, value: unknown): unknown =>
  value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value;
