import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '#core/ports';
import { firstPart } from '#text/truncate';

/** Tokens, and the part of a URL after the host: socket tickets, response URLs, codes. */
const SECRETS = /\bx(?:ox[a-z]?|app)[.-][\w.-]+|(\b(?:https?|wss?):\/\/[^\s/?#]+)[^\s)]*/gi;

/** Returns an external text without secrets, for the log. */
export const withoutSecrets = (text: string): string => text.replace(SECRETS, (_, host?: string) => `${host ?? ''}…`);

/**
 * A Bolt logger that writes warnings and errors to the app's log, one line each at a low level, since their
 * consequences are logged separately. Lower levels are dropped: they contain whole requests.
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
