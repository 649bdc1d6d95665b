import { LRUCache } from 'lru-cache';
import { UserError } from '#core/errors';
import { message, type Text } from '#core/messages/index';
import type { AdapterHost, RequestRecord } from '#core/platform';
import { OverloadedError } from './queue/request-queue.ts';

/** The result of a request, as reported by its handler. */
export interface RequestResult {
  readonly outcome: RequestRecord['outcome'];
  readonly command?: string | undefined;
}

/** A request to be handled. */
export interface IncomingRequest {
  readonly source: string;
  /** Answers the request. `id` is short and unique; it is logged, and shown if the request fails. */
  answer(id: string): Promise<RequestResult>;
  /** The last resort if `answer` threw: tells the requester why, in their language. May throw as well. */
  reportError(text: Text): Promise<void>;
}

/**
 * Handles requests: each gets an ID, is timed, counted and logged in one line. Any error is caught, logged with its
 * cause, and reported to the requester with the ID.
 */
export interface RequestHandler {
  /** Never rejects. */
  handle(request: IncomingRequest): Promise<void>;
  /** Whether a request with this key was received before: platforms resend what they consider lost. */
  seen(key: string): boolean;
  /** Resolves when no request is in flight. */
  settled(): Promise<void>;
}

/** How many keys are remembered: at 50 requests a second, those of the last three minutes. */
const MAX_REMEMBERED = 10_000;

/**
 * @param clock a monotonic clock in milliseconds.
 */
export function makeRequestHandler(
  platform: string,
  host: Pick<AdapterHost, 'logger' | 'record' | 'newId'>,
  clock: () => number = () => performance.now(),
): RequestHandler {
  const inFlight = new Set<Promise<void>>();
  const known = new LRUCache<string, true>({ max: MAX_REMEMBERED });

  const log = (what: string, details: Readonly<Record<string, unknown>>): void =>
    host.logger.error(what, { platform, ...details });

  const handleRequest = async (request: IncomingRequest): Promise<void> => {
    const [id, start] = [host.newId(), clock()];
    const { outcome, command } = await runRequest(request, id, (what, err) =>
      log(what, { id, source: request.source, err }),
    );
    const record = { platform, source: request.source, ms: clock() - start, outcome, id };
    host.record(command === undefined ? record : { ...record, command });
  };

  return {
    handle(request) {
      const handled = handleRequest(request).catch((err) => log('a request could not be recorded', { err }));
      inFlight.add(handled);
      return handled.finally(() => inFlight.delete(handled));
    },
    seen(key) {
      const before = known.has(key);
      known.set(key, true);
      return before;
    },
    async settled() {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
}

/** The result of a request; any error has been logged and reported. Never rejects. */
async function runRequest(
  request: IncomingRequest,
  id: string,
  log: (what: string, err: unknown) => void,
): Promise<RequestResult> {
  try {
    return await request.answer(id);
  } catch (error) {
    const [outcome, text] = classifyError(error, id);
    if (outcome === 'failed') log('a request could not be answered', error);
    await reportError(request, text, log);
    return { outcome };
  }
}

/** Errors that the requester can correct are shown as they are; for all others, only the ID. The log has the cause. */
function classifyError(error: unknown, id: string): readonly [outcome: RequestRecord['outcome'], text: Text] {
  if (error instanceof OverloadedError) return ['busy', error.text];
  if (error instanceof UserError) return ['mistake', error.text];
  return ['failed', message('error.internal', { id })];
}

async function reportError(
  request: IncomingRequest,
  text: Text,
  log: (what: string, err: unknown) => void,
): Promise<void> {
  try {
    await request.reportError(text);
  } catch (error) {
    log('the user could not be notified', error);
  }
}
