import type { webApi } from '@slack/bolt';
import Bottleneck from 'bottleneck';
import { makeOutgoing } from '#chat/queue/request-queue';
import { type Endpoints, isTrusted } from './endpoints.ts';
import { meaningOf, NO_ADDRESS, Refusal, reasonIn, refusalOf } from './errors.ts';
import { advice, MOST_WAITING, type SlackPaces } from './rate-limits.ts';

/** Whose limits a call counts towards. */
export interface Towards {
  readonly workspace: string;
  /** Where a message is posted; left out where only one person sees it. */
  readonly channel?: string;
}

/** A value that goes out as JSON. */
export type Payload = Readonly<Record<string, unknown>>;

/** Everything that goes out to Slack, at the pace it allows. Its ways throw {@link Refusal} or BusyError. */
export interface Outbox {
  call(client: webApi.WebClient, method: string, payload: Payload, towards: Towards): Promise<webApi.WebAPICallResult>;
  /**
   * Posts a message once, after all answers that wait: nothing is tried again, since what failed may have arrived.
   *
   * @param mayGo asked last, when its turn has come.
   * @returns undefined where it may not go.
   */
  post(
    client: webApi.WebClient,
    payload: Payload,
    towards: Towards,
    mayGo: () => Promise<boolean>,
  ): Promise<webApi.WebAPICallResult | undefined>;
  /**
   * Posts to a `response_url`, which is good for five messages within half an hour: at the pace of posts where
   * everybody in a channel sees it, else at once.
   */
  respond(url: string, payload: Payload, towards: Towards): Promise<void>;
  /** Past everything that waits, for the few words that so much waits; dropped where that is too much, too. */
  whisper(url: string, payload: Payload): Promise<void>;
  /** Whether a message would be turned away now. */
  isFull(workspace: string): boolean;
  /** How many calls wait or run. */
  pending(): number;
  /** Takes nothing new; resolves when what has been taken is out, or after `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

export function makeOutbox(endpoints: Endpoints, paces: SlackPaces): Outbox {
  const outgoing = makeOutgoing(paces, MOST_WAITING, advice);
  const addresses = makeOutgoing(paces.addresses ?? paces, MOST_WAITING, advice);
  const posts = new Bottleneck.Group({ maxConcurrent: MOST_POSTS });
  let whispers = 0;
  return {
    call: (client, method, payload, towards) =>
      outgoing.send({ ...towards, method }, 'answer', () => called(client, method, payload)),
    post: (client, payload, towards, mayGo) =>
      posts.key(towards.workspace).schedule(async () => {
        const ended = await outgoing.send({ ...towards, method: POST }, 'post', () =>
          settled(async () => ((await mayGo()) ? called(client, POST, payload) : undefined)),
        );
        if (ended.status === 'rejected') throw ended.reason;
        return ended.value;
      }),
    respond: (url, payload, towards) => {
      const [queue, lane] =
        towards.channel === undefined ? [addresses, { ...towards, channel: url }] : [outgoing, towards];
      return queue.send(lane, 'answer', () => post(url, payload, endpoints));
    },
    async whisper(url, payload) {
      if (whispers >= MOST_WHISPERS) return;
      whispers += 1;
      try {
        await post(url, payload, endpoints);
      } catch {
        // Whoever could not be told presses again.
      } finally {
        whispers -= 1;
      }
    },
    isFull: (workspace) => outgoing.isFull({ workspace }) || addresses.isFull({ workspace }),
    pending: () => outgoing.pending() + addresses.pending(),
    close: async (patience) => {
      await Promise.all([outgoing.close(patience), addresses.close(patience)]);
    },
  };
}

const POST = 'chat.postMessage';
/** How many posts to one workspace wait among its answers: the others wait outside, and turn no answer away. */
const MOST_POSTS = 20;
const MOST_WHISPERS = 10;
const METHOD = 'response_url';
/** Milliseconds; nothing of ours takes Slack that long. */
export const TIMEOUT = 10_000;

async function called(client: webApi.WebClient, method: string, payload: Payload): Promise<webApi.WebAPICallResult> {
  try {
    return await client.apiCall(method, payload);
  } catch (error) {
    throw refusalOf(method, error);
  }
}

/** How it ended, as a value: whoever advises on errors is not asked. */
async function settled<T>(call: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  try {
    return { status: 'fulfilled', value: await call() };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}

async function post(url: string, payload: Payload, { answers }: Endpoints): Promise<void> {
  if (!isTrusted(url, answers)) throw new Refusal(METHOD, NO_ADDRESS);
  const { status, retryAfter, text } = await sent(url, payload);
  if (status === 429) throw new Refusal(METHOD, 'ratelimited', retryAfter);
  const told = reasonOf(text);
  const refusal = told === undefined ? undefined : new Refusal(METHOD, told);
  // A word that nobody knows says less than that Slack is away.
  if (refusal && (status < 500 || meaningOf(refusal))) throw refusal;
  if (status >= 300) throw new Refusal(METHOD, `http_${status}`);
}

/** The address is a secret: what fetch throws about it stays here. */
async function sent(
  url: string,
  payload: Payload,
): Promise<{ readonly status: number; readonly retryAfter: number; readonly text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const retryAfter = Number(response.headers.get('retry-after') ?? 1) || 0;
    return { status: response.status, retryAfter, text: await response.text() };
  } catch (error) {
    throw refusalOf(METHOD, error);
  }
}

/** Slack's word for what is wrong: `{"ok":false,"error":"used_url"}`, or the word alone; `ok` is none. */
function reasonOf(text: string): string | undefined {
  const told = /"error"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? text.trim();
  return /^[a-z_]+$/.test(told) && told !== 'ok' ? reasonIn(told) : undefined;
}
