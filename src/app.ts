import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { terminal } from '#adapters/terminal/index';
import { brief } from '#briefing';
import { formatLine, lastWord, makeDesk } from '#commandline';
import { commands } from '#commands';
import { type Config, PLATFORM_SETTINGS } from '#config';
import type { Logger } from '#core/ports';
import type { Shelf } from '#core/shelf';
import { openShelf, watchFolder } from '#library';
import { type Held, news } from '#replies';

/** A running Onrecord. */
export interface App {
  /** Resolves when nobody is left to answer. */
  readonly ended: Promise<void>;
  /** Resolves when everything under way has been answered. */
  stop(): Promise<void>;
}

/** The streams that the process was started with, and its last resort for errors. */
type Surroundings = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'on' | 'exit'>;

/** Puts the parts together and starts them: the only place that knows them all. */
export async function startApp(config: Config, surroundings: Surroundings): Promise<App> {
  const { stdin: input, stdout: output } = surroundings;
  const logger = makeLogger();
  catchTheRest(surroundings, logger);

  const screen = terminal({ input, output, notices: noticesOf(config), grammar: { formatLine, lastWord } });
  let held: Held = { entries: [], faults: [] };
  const look = (shelf: Shelf): readonly string[] => {
    const before = held;
    held = { entries: shelf.entries(), faults: shelf.faults() };
    return news(before, held);
  };
  const shelf = await openShelf({
    folder: config.content,
    brief,
    watch: watchFolder,
    onChange: (changed) => look(changed).forEach(screen.tell),
  });
  look(shelf);
  await screen.start(makeDesk({ commands, shelf, logger, newId: () => randomBytes(4).toString('hex') }));
  return {
    ended: screen.ended,
    stop: async () => {
      await screen.stop();
      await shelf.close();
    },
  };
}

/** Errors only, to standard error: what people read stands on standard output. */
const makeLogger = (): Logger => {
  const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (message, details = {}) => log.info(details, message),
    error: (message, details = {}) => log.error(details, message),
  };
};

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

/** What is said about the platforms, where somebody may wonder. */
function noticesOf({ platforms }: Config): readonly string[] {
  if (platforms.length > 0) {
    return platforms.map((name) => `${name} is configured, but this version has no adapter for ${name} yet.`);
  }
  const settings = Object.entries(PLATFORM_SETTINGS).map(([name, needed]) => `${needed} for ${name}`);
  return [
    `No chat platform is configured. The settings for that go into .env: ${settings.join(', ')}. ` +
      'This version does not connect to them yet.',
  ];
}
