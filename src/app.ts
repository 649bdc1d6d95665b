import { randomBytes } from 'node:crypto';
import { terminal } from '#adapters/terminal/index';
import { makeKeeping } from '#app/lazy-scheduling';
import { makeLinks } from '#app/links';
import { brief } from '#briefing';
import { makeCrew } from '#chat/supervisor';
import { formatLine, lastWord, makeDesk } from '#commandline';
import { commands, translations } from '#commands';
import type { Config } from '#config';
import type { Entry, Shelf } from '#core/catalog';
import type { Clock } from '#core/clock';
import type { Logger, Material } from '#core/ports';
import { compactArticle, openShelf, readMaterial, readText, watchFolder } from '#library';
import { platforms } from '#platforms';
import { type Held, news } from '#replies';
import { realClock } from '#schedule/clock';
import { secretFor } from '#store/keys';
import { lateStore } from '#store/lazy-store';
import { makeVault } from '#store/secret-store';
import { makeLogger } from '#telemetry/logger';
import { makeMetrics } from '#telemetry/metrics';
import { recordVisits } from '#telemetry/request-log';
import { makeHealth } from '#web/health';
import { makeWeb } from '#web/server';

/** A running Onrecord. */
export interface App {
  /** Resolves when nobody is left to answer, to the process's exit code: 1 where every platform was lost. */
  readonly ended: Promise<number>;
  /** Resolves when everything under way has been answered. */
  stop(): Promise<void>;
}

/** The streams that the process was started with, and its last resort for errors. */
type Surroundings = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'on' | 'exit'>;

/** Milliseconds that requests under way are given at the end. */
const PATIENCE = 5_000;

const newId = (): string => randomBytes(4).toString('hex');

/** Time and chance; another one is for tests. */
export interface World {
  readonly clock: Clock;
  readonly random: () => number;
}

const THIS_WORLD: World = { clock: realClock, random: Math.random };

/** Puts the parts together and starts them: the only place that knows them all. */
export async function startApp(config: Config, surroundings: Surroundings, world = THIS_WORLD): Promise<App> {
  const serves = config.connections.length > 0;
  // Where somebody sits at the terminal alone, what goes well is on the screen already.
  const logger = makeLogger({ secrets: config.secrets, level: serves ? 'info' : 'error' });
  catchTheRest(surroundings, logger);
  const { stdin: input, stdout: output } = surroundings;
  const notices = serves ? [] : [noPlatform()];
  const screen = terminal({ input, output, notices, greets: !serves, grammar: { formatLine, lastWord } });
  const shelf = await followShelf(config.content, screen.tell);
  const late = lateStore(config.data);
  const keeping = makeKeeping({
    ...{ late, file: config.data, shelf, logger, owner: newId(), ...world },
    posterOf: (platform) => (platform === screen.name ? screen.poster : crew.posterOf(platform)),
    // A process that only answers one line posts nothing to anybody.
    platforms: () => [...(input.isTTY === true ? [screen.name] : []), ...crew.posting()],
  });
  const { scheduling } = keeping;
  const links = makeLinks({ config, read: readPage, now: () => world.clock.now() });
  const desk = makeDesk({
    ...{ commands, translations, shelf, logger, newId, take, scheduling, seat: screen.seat },
    readLink: links.read,
  });

  const names = config.connections.map(({ name }) => name);
  const commandNames = commands.map(({ name }) => name);
  const health = makeHealth(names);
  const metrics = makeMetrics({ platforms: names, commands: commandNames, articles: () => shelf.entries().length });
  const web = config.web && makeWeb({ ...config.web, logger, health: health.report, metrics: metrics.scrape });
  const vault = makeVault({ open: late.open, place: config.data, key: config.key });
  const crew = makeCrew({
    connections: config.connections,
    logger,
    tell: screen.tell,
    onState: (name, state) => {
      if (state === 'lost') health.lose(name);
      else health.setConnected(name, state === 'connected');
      metrics.setConnected(name, state === 'connected');
    },
    watchQueue: metrics.watchQueue,
    house: {
      commands,
      translations,
      shelf,
      logger,
      record: recordVisits(logger, metrics, commandNames),
      newId,
      vault,
      secretFor: (purpose) => secretFor(config.key, purpose),
      mount: (path, listener) => web?.mount(path, listener),
      onForget: (tenant) =>
        void keeping.forget(tenant).catch((err) => logger.error('a workspace could not be forgotten', { err })),
    },
  });

  await web?.listen();
  await screen.start(desk);
  await crew.start(desk);
  // Whoever asks one thing and goes posts nothing: what is due is for the process that stays.
  if (serves || input.isTTY === true) await keeping.start();
  const left = Promise.withResolvers<number>();
  // Where platforms are served, only a person who leaves the terminal ends the process: a pipe that ran dry does not.
  if (!serves || input.isTTY === true) void screen.ended.then(() => left.resolve(0));
  void crew.allLost.then(() => left.resolve(1));
  return {
    ended: left.promise,
    stop: async () => {
      await keeping.stop(PATIENCE);
      await Promise.all([screen.stop(), crew.stop()]);
      await web?.close(PATIENCE);
      await shelf.close();
      await links.close();
      await late.close();
      left.resolve(0);
    },
  };
}

/** Reads what somebody hands in. */
async function take(material: Material): Promise<Entry> {
  const article = await readMaterial(material);
  return { article, briefing: brief(article) };
}

/** Reads a page from the web. */
async function readPage(name: string, text: string): Promise<Entry> {
  const article = compactArticle(await readText(name, text));
  return { article, briefing: brief(article) };
}

/** The shelf of a folder; what comes and goes is told to whoever sits at the terminal. */
async function followShelf(folder: string, tell: (line: string) => void) {
  let held: Held = { entries: [], faults: [] };
  const look = (shelf: Shelf): readonly string[] => {
    const before = held;
    held = { entries: shelf.entries(), faults: shelf.faults() };
    return news(before, held);
  };
  const shelf = await openShelf({
    folder,
    brief,
    watch: watchFolder,
    onChange: (changed) => look(changed).forEach(tell),
  });
  look(shelf);
  return shelf;
}

/** Whoever reads the output may stop reading, as `head` does; anything else that nobody caught ends the process. */
function catchTheRest(surroundings: Surroundings, logger: Logger): void {
  surroundings.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    surroundings.exit(0);
  });
  surroundings.on('uncaughtException', (err) => {
    logger.error('nobody caught this', { err });
    surroundings.exit(1);
  });
}

/** What is said where nobody has connected a platform yet. */
const noPlatform = (): string =>
  `No chat platform is configured: npm run setup says how. The settings go into .env: ${platforms
    .map(({ name, needed }) => `${needed} for ${name}`)
    .join(', ')}.`;
