import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestRecord } from '#core/platform';

/** Metrics for monitoring the process. */
export interface Metrics {
  record(request: RequestRecord): void;
  setConnected(platform: string, connected: boolean): void;
  /** Counts the outcome of a scheduled post. */
  countPost(state: string, late: boolean): void;
  /** @param pending returns the number of queued and running calls to the platform; called on each scrape. */
  watchQueue(platform: string, pending: () => number): void;
  /** Returns all metrics in the Prometheus text format. */
  scrape(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** All values allowed in labels: each unknown value would create a new series. */
export interface KnownLabels {
  readonly platforms: readonly string[];
  readonly commands: readonly string[];
  /** The number of articles in the catalog. */
  readonly articles: () => number;
  /** Milliseconds since the oldest waiting slot was due. */
  readonly overdueMs: () => number;
}

const SOURCES = ['command', 'button', 'select', 'modal', 'shortcut', 'mention', 'message', 'home'];
const OUTCOMES: Readonly<Record<RequestRecord['outcome'], true>> = {
  answered: true,
  mistake: true,
  failed: true,
  refused: true,
  busy: true,
};
const PREFIX = 'onrecord_';
const OTHER = 'other';
/** In seconds: fine-grained where users notice, with a boundary at the 3 seconds that platforms wait. */
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

export function makeMetrics({ platforms, commands, articles, overdueMs }: KnownLabels): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  const invocations = new Counter({
    name: `${PREFIX}invocations_total`,
    help: 'Requests accepted.',
    labelNames: ['platform', 'source', 'command', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: `${PREFIX}answer_seconds`,
    help: 'Seconds from the arrival of a request until it was answered.',
    labelNames: ['platform', 'source'],
    buckets: BUCKETS_SECONDS,
    registers,
  });
  const up = new Gauge({
    name: `${PREFIX}platform_up`,
    help: 'Whether the platform is connected: 1 or 0.',
    labelNames: ['platform'],
    registers,
  });
  for (const platform of platforms) up.set({ platform }, 0);
  new Gauge({
    name: `${PREFIX}articles`,
    help: 'Articles in the catalog.',
    registers,
    collect() {
      this.set(articles());
    },
  });
  const posts = new Counter({
    name: `${PREFIX}posts_total`,
    help: 'Scheduled posts by outcome; due: will be retried.',
    labelNames: ['state', 'late'],
    registers,
  });
  new Gauge({
    name: `${PREFIX}oldest_due_seconds`,
    help: 'Seconds since the oldest queued post was due.',
    registers,
    collect() {
      this.set(overdueMs() / 1_000);
    },
  });
  const queues = watchQueues(registers);

  const platformOf = knownOrOther(platforms);
  const sourceOf = knownOrOther(SOURCES);
  const commandOf = knownOrOther(commands);
  const outcomeOf = knownOrOther(Object.keys(OUTCOMES));
  return {
    record({ outcome, ms, ...request }) {
      const [platform, source] = [platformOf(request.platform), sourceOf(request.source)];
      const command = request.command === undefined ? 'none' : commandOf(request.command);
      invocations.inc({ platform, source, command, outcome: outcomeOf(outcome) });
      seconds.observe({ platform, source }, ms / 1_000);
    },
    setConnected: (platform, connected) => up.set({ platform: platformOf(platform) }, connected ? 1 : 0),
    countPost: (state, late) => posts.inc({ state, late: late ? 'yes' : 'no' }),
    watchQueue: (platform, pending) => void queues.set(platformOf(platform), pending),
    scrape: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

function watchQueues(registers: Registry[]): Map<string, () => number> {
  const queues = new Map<string, () => number>();
  new Gauge({
    name: `${PREFIX}queue_length`,
    help: 'Calls to the platform, queued and running.',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const [platform, pending] of queues) this.set({ platform }, pending());
    },
  });
  return queues;
}

const knownOrOther = (values: readonly string[]): ((value: string) => string) => {
  const known = new Set(values);
  return (value) => (known.has(value) ? value : OTHER);
};
