import { type Dispatcher, request } from 'undici';
import { message } from '#core/messages/index';
import { ENCODINGS, readBody } from './body.ts';
import { makeAgent, type Resolve } from './connect.ts';
import { FetchError, statusError, timedOut, toFetchError } from './errors.ts';
import { checkUrl, type FetchPolicy } from './policy.ts';
import { retryAfterOf } from './retry-after.ts';

/** What came of a request. */
export interface Fetched {
  /** Where it was found in the end. */
  readonly url: string;
  /** 304 where it has not changed since what the request named. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Its compression taken off. */
  readonly bytes: Uint8Array;
  /** Where it has moved for good, where every redirect on the way said so (301 or 308). */
  readonly movedTo?: string;
}

export interface FetchRequest {
  readonly url: string;
  /** What is asked for, as `accept` says it. */
  readonly accept: string;
  /** `if-none-match`, `if-modified-since` */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The only way out: everything that Onrecord reads from the web comes through here. */
export interface Fetcher {
  /** @throws FetchError with the one sentence that says why there is nothing. */
  fetch(request: FetchRequest): Promise<Fetched>;
  /** Whether an address could be asked at all, without asking. @throws FetchError where not. */
  check(url: string): string;
  close(): Promise<void>;
}

export interface FetcherOptions {
  readonly policy: FetchPolicy;
  /** Identifies the client, with a contact address. */
  readonly userAgent: string;
  readonly limits?: Partial<FetchLimits>;
  readonly resolve?: Resolve;
  readonly ca?: string;
  readonly now?: () => number;
}

export interface FetchLimits {
  readonly redirects: number;
  /** Of a body, compressed and not. */
  readonly bytes: number;
  /** Milliseconds from the first word to the last octet, redirects and all. */
  readonly milliseconds: number;
}

const LIMITS: FetchLimits = { redirects: 5, bytes: 5_000_000, milliseconds: 10_000 };

/** A fetcher that asks only what its policy allows, and takes no more than its limits. It sends no credential. */
export function makeFetcher({ policy, userAgent, limits, resolve, ca, now = Date.now }: FetcherOptions): Fetcher {
  const bounds = { ...LIMITS, ...limits };
  const agent = makeAgent({ policy, timeoutMs: bounds.milliseconds, resolve, ca });
  const requester: Asker = { agent, policy, userAgent, limits: bounds, now };
  return {
    fetch: (wanted) => followed(wanted, requester),
    check: (url) => checkUrl(url, policy).href,
    close: () => agent.destroy(),
  };
}

interface Asker {
  readonly agent: Dispatcher;
  readonly policy: FetchPolicy;
  readonly userAgent: string;
  readonly limits: FetchLimits;
  readonly now: () => number;
}

/** Asks, and asks again where it is sent to, each address checked like the first. */
async function followed(wanted: FetchRequest, requester: Asker): Promise<Fetched> {
  const signal = AbortSignal.timeout(requester.limits.milliseconds);
  let url = checkUrl(wanted.url, requester.policy);
  let forGood = true;
  for (let redirects = 0; ; redirects++) {
    const { status, headers, body } = await answerOf(url, wanted, requester, signal);
    const target = isRedirect(status) ? headers.location : undefined;
    if (target === undefined) {
      const failure = statusError(status, url.host, retryAfterOf(headers['retry-after'], requester.now()));
      if (failure) {
        body.destroy();
        throw failure;
      }
      const bytes = await within(readBody(body, headers, url.host, requester.limits.bytes), url.host, signal);
      return { url: url.href, status, headers, bytes, ...(redirects > 0 && forGood ? { movedTo: url.href } : {}) };
    }
    body.destroy();
    if (redirects === requester.limits.redirects) {
      throw new FetchError('redirects', message('fetch.redirects', { host: url.host }));
    }
    forGood &&= status === 301 || status === 308;
    url = checkUrl(absolute(target, url), requester.policy);
  }
}

const absolute = (target: string, base: URL): string => URL.parse(target, base.href)?.href ?? target;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

async function answerOf(url: URL, { accept, headers }: FetchRequest, requester: Asker, signal: AbortSignal) {
  const asked = request(url.href, {
    dispatcher: requester.agent,
    signal,
    headers: { ...headers, accept, 'accept-encoding': ENCODINGS, 'user-agent': requester.userAgent },
  });
  const { statusCode, headers: given, body } = await within(asked, url.host, signal);
  // What is destroyed unread says so to its listeners; there is nothing to do about it.
  body.on('error', () => {});
  return { status: statusCode, headers: oneEach(given), body };
}

async function within<T>(work: Promise<T>, host: string, signal: AbortSignal): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw signal.aborted ? timedOut(host, error) : toFetchError(error, host);
  }
}

/** A header that is sent twice counts once, as it came first. */
const oneEach = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
