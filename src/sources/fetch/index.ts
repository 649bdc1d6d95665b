import { type Dispatcher, request } from 'undici';
import { message } from '#core/messages/index';
import { ENCODINGS, readBody } from './body.ts';
import { makeAgent, type Resolve } from './connect.ts';
import { FetchError, statusError, timedOut, toFetchError } from './errors.ts';
import { checkUrl, type FetchPolicy } from './policy.ts';
import { retryAfterOf } from './retry-after.ts';

/** The result of a request. */
export interface Fetched {
  /** The final address, after redirects. */
  readonly url: string;
  /** 304 if unchanged since the version named in the request. */
  readonly status: number;
  /** With lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** The new address, if every redirect was permanent (301 or 308). */
  readonly movedTo?: string;
}

export interface FetchRequest {
  readonly url: string;
  /** The value of the `accept` header. */
  readonly accept: string;
  /** `if-none-match`, `if-modified-since` */
  readonly headers?: Readonly<Record<string, string>>;
  /** The fields of a form, sent with POST; redirects are not followed. */
  readonly form?: Readonly<Record<string, string>>;
}

/** The only outgoing connection: everything that Onrecord reads from the web is fetched through it. */
export interface Fetcher {
  /** @throws FetchError with a one-sentence reason. */
  fetch(request: FetchRequest): Promise<Fetched>;
  /** Checks whether an address may be requested, without a request. @throws FetchError if not. */
  check(url: string): string;
  close(): Promise<void>;
}

export interface FetcherOptions {
  readonly policy: FetchPolicy;
  /** The user agent, with a contact address. */
  readonly userAgent: string;
  readonly limits?: Partial<FetchLimits>;
  readonly resolve?: Resolve;
  readonly ca?: string;
  readonly now?: () => number;
}

export interface FetchLimits {
  readonly redirects: number;
  /** The maximum size of a body, compressed or not. */
  readonly bytes: number;
  /** The total timeout of a request in milliseconds, including redirects. */
  readonly milliseconds: number;
}

const LIMITS: FetchLimits = { redirects: 5, bytes: 5_000_000, milliseconds: 10_000 };

/** Creates a fetcher that requests only what its policy allows, within its limits. It sends no credentials. */
export function makeFetcher({ policy, userAgent, limits, resolve, ca, now = Date.now }: FetcherOptions): Fetcher {
  const bounds = { ...LIMITS, ...limits };
  const agent = makeAgent({ policy, timeoutMs: bounds.milliseconds, resolve, ca });
  const requester: FetchContext = { agent, policy, userAgent, limits: bounds, now };
  return {
    fetch: (wanted) => followed(wanted, requester),
    check: (url) => checkUrl(url, policy).href,
    close: () => agent.destroy(),
  };
}

interface FetchContext {
  readonly agent: Dispatcher;
  readonly policy: FetchPolicy;
  readonly userAgent: string;
  readonly limits: FetchLimits;
  readonly now: () => number;
}

/** Sends a request and follows redirects; each address is checked like the first. */
async function followed(wanted: FetchRequest, requester: FetchContext): Promise<Fetched> {
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
    if (redirects === requester.limits.redirects || wanted.form) {
      throw new FetchError('redirects', message('fetch.redirects', { host: url.host }));
    }
    forGood &&= status === 301 || status === 308;
    url = checkUrl(absolute(target, url), requester.policy);
  }
}

const absolute = (target: string, base: URL): string => URL.parse(target, base.href)?.href ?? target;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

const FORM = { 'content-type': 'application/x-www-form-urlencoded' } as const;

async function answerOf(
  url: URL,
  { accept, headers, form }: FetchRequest,
  requester: FetchContext,
  signal: AbortSignal,
) {
  const asked = request(url.href, {
    dispatcher: requester.agent,
    signal,
    ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    headers: { ...headers, ...(form && FORM), accept, 'accept-encoding': ENCODINGS, 'user-agent': requester.userAgent },
  });
  const { statusCode, headers: given, body } = await within(asked, url.host, signal);
  // Destroying an unread body emits an error, which can be ignored.
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

/** The first value of each header. */
const oneEach = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
