import { randomBytes } from 'node:crypto';
import { terminal } from '#adapters/terminal/index';
import { briefArticle } from '#app/brief-article';
import { installCrashHandlers } from '#app/crash-handlers';
import { operatorOf, publicPages } from '#app/front-page';
import { makeHeartbeat } from '#app/heartbeat';
import { hubAccess, makeLazyFeeds } from '#app/lazy-feeds';
import { makeLazyScheduling } from '#app/lazy-scheduling';
import { noPlatformNotice } from '#app/no-platform';
import { openPage } from '#app/page';
import { makePicturePool } from '#app/pictures/index';
import { type ArticleReader, makeArticleReader } from '#app/reader/index';
import { endInTime } from '#app/stop-timeout';
import { makeWebAccess } from '#app/web-access';
import { makeWorkspaceData } from '#app/workspace-data';
import { makeArchiveView } from '#archive/view';
import { makeSupervisor } from '#chat/supervisor';
import { formatLine, lastWord, makeDispatcher } from '#commandline';
import { commands, translations } from '#commands';
import type { Config } from '#config';
import type { Catalog } from '#core/catalog';
import type { Clock } from '#core/clock';
import { translatorFor } from '#core/messages/index';
import { openCatalog, watchFolder } from '#library';
import { type CatalogSnapshot, catalogChanges } from '#replies';
import { welcome } from '#replies/data';
import { systemClock } from '#schedule/clock';
import { hasStore } from '#store/file-guard';
import { secretFor } from '#store/keys';
import { lazyStore } from '#store/lazy-store';
import { makeSecretStore } from '#store/secrets/secret-store';
import { makeLogger } from '#telemetry/logger';
import { makeMetrics } from '#telemetry/metrics';
import { rememberErrors } from '#telemetry/recent-errors';
import { makeRequestLog } from '#telemetry/request-log';
import { makeHealth } from '#web/health';
import { makeWeb } from '#web/server';

/** A running Onrecord. */
export interface App {
  /** Resolves to the exit code when no platform is left to serve: 1 if every platform was lost. */
  readonly ended: Promise<number>;
  /** Resolves when everything under way has been answered. */
  stop(): Promise<void>;
}

/** The streams that the process was started with, and its last resort for errors. */
type ProcessIo = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'on' | 'exit'>;

/** Milliseconds that requests under way are given at the end. */
const STOP_TIMEOUT_MS = 5_000;

const newId = (): string => randomBytes(4).toString('hex');

/** Time and chance; another one is for tests. */
export interface Environment {
  readonly clock: Clock;
  readonly random: () => number;
}

const SYSTEM_ENVIRONMENT: Environment = { clock: systemClock, random: Math.random };

/** Puts the parts together and starts them: the only place that knows them all. */
export async function startApp(config: Config, io: ProcessIo, environment = SYSTEM_ENVIRONMENT): Promise<App> {
  const serves = config.connections.length > 0;
  // With the terminal as the only platform, successful requests are already visible on the screen.
  const log = makeLogger({ secrets: config.secrets, level: serves ? 'info' : 'error' });
  const { logger, errors } = rememberErrors(log, () => environment.clock.now());
  installCrashHandlers(io, logger);
  const { stdin: input, stdout: output } = io;
  const notices = serves ? [] : [noPlatformNotice()];
  const screen = terminal({ input, output, notices, greets: !serves, grammar: { formatLine, lastWord } });
  const reader = makeArticleReader(logger, cacheFileOf(config.data));
  const catalog = await followCatalog(config.content, reader, screen.print);
  const storage = lazyStore(config.data, { beginAnew: config.beginAnew });
  const stored = async () => (hasStore(config.data) ? storage.open() : undefined);
  const heartbeat = makeHeartbeat(config.heartbeat, logger);
  const pictures = makePicturePool(logger);
  const lazyScheduling = makeLazyScheduling({
    ...{ store: storage, file: config.data, catalog, logger, owner: newId(), brief: briefArticle, ...environment },
    retentionDays: config.retentionDays,
    drawPicture: pictures.drawPng,
    // The reader shows the articles that are loaded.
    readerUrl: ({ workspace }, article) =>
      catalog.find(article.id)?.article.id === article.id ? page.readerUrl(article, workspace) : undefined,
    publisherOf: (platform) => (platform === screen.name ? screen.publisher : supervisor.publisherOf(platform)),
    onRound: heartbeat,
    onSettled: (state, late) => metrics.countPost(state, late),
    // A process that only answers one line posts nothing.
    platforms: () => [...(input.isTTY === true ? [screen.name] : []), ...supervisor.publishingPlatforms()],
  });
  const { scheduling } = lazyScheduling;
  const webAccess = makeWebAccess({ config, read: reader.readPage, now: () => environment.clock.now() });
  const lazyFeeds = makeLazyFeeds({
    ...{ store: storage, file: config.data, logger, owner: newId(), ...environment },
    ...{ openFetcher: webAccess.openFetcher, readText: reader.readPage, brief: briefArticle },
    retention: config.retention,
    isLocal: ({ platform }) => platform === screen.name,
    hubs: hubAccess(config),
  });
  const archive = makeArchiveView({
    open: async () => (await stored())?.archive,
    ...{ brief: briefArticle, now: () => environment.clock.now() },
  });
  const data = makeWorkspaceData({
    ...{ store: storage, file: config.data, scheduling: lazyScheduling, feeds: lazyFeeds.feeds },
  });
  const operator = operatorOf(config);
  const dispatcher = makeDispatcher({
    ...{ commands, translations, catalog, logger, newId, scheduling, archive, data, operator },
    take: reader.readUpload,
    requestScope: screen.requestScope,
    readLink: webAccess.readLink,
    feeds: lazyFeeds.feeds,
    drawPicture: pictures.drawPng,
  });

  const names = config.connections.map(({ name }) => name);
  const commandNames = commands.map(({ name }) => name);
  const health = makeHealth(names, () => lazyScheduling.status().problem);
  const metrics = makeMetrics({
    ...{ platforms: names, commands: commandNames, articles: () => catalog.entries().length },
    overdueMs: () => lazyScheduling.status().overdueMs,
  });
  const page = await openPage({
    ...{ config, commands, logger, newId, scheduling, scope: screen.requestScope, grammar: { formatLine, lastWord } },
    isTyped: input.isTTY === true && output.isTTY === true,
    makeWeb: (address) =>
      makeWeb({ ...address, ...publicPages(config), logger, health: health.report, metrics: metrics.scrape }),
    secretFor: (purpose) => secretFor(config.key, purpose),
    catalog,
    openFolder: async () => (await import('#app/article-folder')).makeArticleFolder(config.content, catalog),
    drawPicture: pictures.draw,
    now: () => environment.clock.now(),
    feeds: async (most) => (await stored())?.feeds.list(most) ?? [],
    platforms: () => health.report().platforms,
    errors,
    schedules: async () => (await stored())?.schedules.listAll() ?? [],
  });
  const { web } = page;
  if (config.url !== undefined) web?.mount('/websub', lazyFeeds.answerHub);
  const secretStore = makeSecretStore({ open: storage.open, location: config.data, key: config.key });
  const supervisor = makeSupervisor({
    connections: config.connections,
    logger,
    print: screen.print,
    onState: (name, state) => {
      if (state === 'lost') health.setLost(name);
      else health.setConnected(name, state === 'connected');
      metrics.setConnected(name, state === 'connected');
    },
    watchQueue: metrics.watchQueue,
    host: {
      commands,
      translations,
      catalog: catalog,
      logger,
      record: makeRequestLog(logger, metrics, commandNames),
      newId,
      secretStore,
      secretFor: (purpose) => secretFor(config.key, purpose),
      mount: (path, listener) => web?.mount(path, listener),
      onRemoved: (tenant) =>
        void lazyScheduling.suspend(tenant).catch((err) => logger.error('a removal could not be recorded', { err })),
      onInstalled: (tenant) =>
        void lazyScheduling.revive(tenant).catch((err) => logger.error('an install could not be recorded', { err })),
      tenants: lazyScheduling.tenants,
      operator,
      welcome: (locale, rename) => welcome(translatorFor(locale, rename)),
      claimWelcome: async (tenant, joined) => (await storage.open()).tenants.claimWelcome(tenant, joined),
    },
  });

  await page.start(dispatcher);
  await screen.start(dispatcher);
  if (page.url !== undefined) screen.print(`In a browser: ${page.url}`);
  await supervisor.start(page.withReaderLinks(dispatcher));
  // A process that answers one command and exits posts nothing; due posts are left to the long-running process.
  if (serves || input.isTTY === true) await Promise.all([lazyScheduling.start(), lazyFeeds.start()]);
  const ended = Promise.withResolvers<number>();
  // Where platforms are served, only a person who leaves the terminal ends the process: a pipe that ran dry does not.
  if (!serves || input.isTTY === true) void screen.ended.then(() => ended.resolve(0));
  void supervisor.allLost.then(() => ended.resolve(1));
  return {
    ended: ended.promise,
    stop: async () => {
      endInTime(() => io.exit());
      await Promise.all([lazyScheduling.stop(STOP_TIMEOUT_MS), lazyFeeds.stop(STOP_TIMEOUT_MS)]);
      await Promise.all([screen.stop(), page.stop(), supervisor.stop()]);
      await web?.close(STOP_TIMEOUT_MS);
      await Promise.all([catalog.close(), webAccess.close(), reader.close(), pictures.close()]);
      await storage.close();
      ended.resolve(0);
    },
  };
}

/** `data/onrecord.db` → `data/onrecord.articles.db`: it may be deleted at any time. */
const cacheFileOf = (data: string): string => data.replace(/(?:\.\w+)?$/, '.articles.db');

/** The catalog of a folder; changes are reported to the terminal user. */
async function followCatalog(folder: string, reader: ArticleReader, notify: (line: string) => void) {
  let snapshot: CatalogSnapshot = { entries: [], faults: [] };
  const changesOf = (catalog: Catalog): readonly string[] => {
    const before = snapshot;
    snapshot = { entries: catalog.entries(), faults: catalog.loadErrors() };
    return catalogChanges(before, snapshot);
  };
  const catalog = await openCatalog({
    folder,
    ...{ read: reader.files.read, cached: reader.files.cached, onFiles: reader.files.setFiles },
    watch: watchFolder,
    onChange: (changed) => changesOf(changed).forEach(notify),
  });
  changesOf(catalog);
  return catalog;
}
