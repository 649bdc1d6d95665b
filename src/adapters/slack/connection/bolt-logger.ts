import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '#core/ports';
import { firstPart } from '#text/truncate';

/** Tokens, and what follows the host in an address: tickets of sockets, answer addresses, codes. */
const SECRETS = /\bx(?:ox[a-z]?|app)[.-][\w.-]+|(\b(?:https?|wss?):\/\/[^\s/?#]+)[^\s)]*/gi;

/** What may be logged of a text that we did not write. */
export const withoutSecrets = (text: string): string => text.replace(SECRETS, (_, host?: string) => `${host ?? ''}…`);

/**
 * What Bolt and its clients have to say, in our log: their warnings and errors, in one line each and quietly: what
 * comes of them is told by us. What they tell beneath that holds whole requests.
 */
export function boltLogger(logger: Pick<Logger, 'info'>): BoltLogger {
  const log = (...said: unknown[]): void =>
    logger.info(`Slack’s client: ${withoutSecrets(said.map(textOf).join(' '))}`);
  return {
    debug: () => {},
    info: () => {},
    warn: log,
    error: log,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

const MAX_LENGTH = 300;

const textOf = (said: unknown): string => firstPart(said instanceof Error ? said.message : String(said), MAX_LENGTH);
