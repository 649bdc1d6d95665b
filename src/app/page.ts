import { createHmac, randomBytes } from 'node:crypto';
import { createSigner } from '#adapters/web/access';
import type { Web as Page } from '#adapters/web/index';
import type { Access, ArticleFolder, NextPost, Status } from '#adapters/web/port';
import { type DrawFile, picturesOfArticles } from '#app/pictures/index';
import type { Config } from '#config';
import type { Requester, RequestScope } from '#core/access/requester';
import type { Article } from '#core/article';
import type { Catalog } from '#core/catalog';
import type { Command } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { UserError } from '#core/errors';
import type { FeedRecord } from '#core/feeds';
import { inEnglish } from '#core/messages/index';
import { type Dispatcher, type Logger, MAX_UPLOADED_PAGE_BYTES } from '#core/ports';
import type { Schedule } from '#core/schedule';
import type { Scheduling } from '#core/scheduling';
import { feedHealth } from '#replies/feeds/feeds';
import type { Web } from '#web/server';

/** The default port of the page; if it is in use, the next free one is taken. */
const FIRST_PORT = 3000;
const MAX_PORTS_TRIED = 20;
/** On the status page. */
const MAX_FEEDS_SHOWN = 200;

export interface PageDeps {
  readonly config: Pick<Config, 'web' | 'page' | 'url' | 'key'>;
  /** Whether a user is at the terminal of this process. */
  readonly isTyped: boolean;
  readonly makeWeb: (address: { readonly host: string; readonly port: number }) => Web;
  readonly commands: readonly Command[];
  readonly grammar: { formatLine(invocation: Invocation): string; lastWord(line: string): string };
  readonly logger: Logger;
  readonly newId: () => string;
  readonly scope: RequestScope;
  readonly scheduling: Scheduling;
  readonly secretFor: (purpose: string) => string;
  readonly catalog: Catalog;
  /** Saves articles in the content folder. */
  readonly openFolder: () => Promise<ArticleFolder>;
  readonly drawPicture: DrawFile;
  readonly platforms: () => Status['platforms'];
  readonly errors: () => Status['errors'];
  readonly now: () => number;
  /** The feeds of all channels. */
  readonly feeds: (most: number) => Promise<readonly FeedRecord[]>;
  /** All stored schedules. */
  readonly schedules: () => Promise<readonly Schedule[]>;
}

export interface OpenPage {
  /** The HTTP server; absent if the process does not listen. */
  readonly web?: Web;
  /** The address of the page in a browser; absent if there is no page. */
  readonly url?: string;
  /** The signed URL of an article in the reader; undefined if it has its own address, or the reader has none. */
  readerUrl(article: Article, tenantKey: string): string | undefined;
  /** Adds these links to answers for other adapters. */
  withReaderLinks(dispatcher: Dispatcher): Dispatcher;
  start(dispatcher: Dispatcher): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the HTTP port with the page, if one is configured. */
export async function openPage(deps: PageDeps): Promise<OpenPage> {
  const { config, makeWeb } = deps;
  const wanted = config.page === 'yes' || (config.page === undefined && deps.isTyped);
  const key = config.key === undefined ? randomBytes(32).toString('base64url') : deps.secretFor('page');
  const access = accessOf(config, wanted, key);
  const opened = config.web ? await listen(makeWeb, config.web) : wanted ? await listenOnFreePort(makeWeb) : undefined;
  if (!opened || !access) return { ...(opened && { web: opened.web }), ...WITHOUT_PAGE };
  const page = await makePage(deps, access, key);
  // Visitors of a public address find out what this is; the page of the local user stands at `/` itself.
  opened.web.mount('/', page.listener, {
    keepsFrontPage: access.kind !== 'loopback',
    maxBodyBytes: MAX_UPLOADED_PAGE_BYTES,
  });
  const path = access.kind === 'token' ? `/page/${access.token}/` : '/';
  const readerUrl = readerUrls(config.url, key);
  return {
    web: opened.web,
    readerUrl,
    ...(access.kind === 'articles' ? {} : { url: `${config.url ?? `http://${hostOf(config)}:${opened.port}`}${path}` }),
    withReaderLinks: (dispatcher) => (config.url === undefined ? dispatcher : withReaderLinks(dispatcher, readerUrl)),
    start: (dispatcher) => page.start(dispatcher),
    stop: () => page.stop(),
  };
}

const WITHOUT_PAGE = {
  readerUrl: () => undefined,
  withReaderLinks: (dispatcher: Dispatcher): Dispatcher => dispatcher,
  start: async () => {},
  stop: async () => {},
};

/** On a port set by the operator, the page may be reachable by others: it requires a token there. */
function accessOf({ web, page, url, key }: PageDeps['config'], wanted: boolean, secret: string): Access | undefined {
  if (!web) return wanted ? { kind: 'loopback' } : undefined;
  // The token does not reveal the secret that signs addresses.
  if (wanted) return { kind: 'token', token: createHmac('sha256', secret).update('token').digest('base64url') };
  return page !== 'no' && url !== undefined && key !== undefined ? { kind: 'articles' } : undefined;
}

const hostOf = ({ web }: PageDeps['config']): string => (!web || web.host === '0.0.0.0' ? '127.0.0.1' : web.host);

async function listen(makeWeb: PageDeps['makeWeb'], address: { readonly host: string; readonly port: number }) {
  const web = makeWeb(address);
  return { web, port: await web.listen() };
}

/** @throws UserError if none of the ports can be opened. */
async function listenOnFreePort(makeWeb: PageDeps['makeWeb']) {
  for (let port = FIRST_PORT; ; port += 1) {
    try {
      return await listen(makeWeb, { host: '127.0.0.1', port });
    } catch (error) {
      const isTaken = error instanceof UserError && (error.cause as NodeJS.ErrnoException)?.code === 'EADDRINUSE';
      if (!isTaken || port >= FIRST_PORT + MAX_PORTS_TRIED) throw error;
    }
  }
}

/** The page is loaded only if needed: most processes have none. */
async function makePage(deps: PageDeps, access: Access, secret: string): Promise<Page> {
  const [{ web }, { createPreviews }, folder] = await Promise.all([
    import('#adapters/web/index'),
    import('#app/previews'),
    deps.openFolder(),
  ]);
  const { commands, grammar, logger, newId, scope, schedules } = deps;
  return web({
    ...{ grammar, folder, logger, newId, scope, access, secret },
    pictures: picturesOfArticles(deps.drawPicture),
    previews: createPreviews(commands),
    status: async () => ({
      articles: deps.catalog.entries(),
      loadErrors: deps.catalog.loadErrors(),
      platforms: deps.platforms(),
      errors: deps.errors(),
      schedules: (await schedules()).length,
      feeds: (await deps.feeds(MAX_FEEDS_SHOWN)).map((feed) => ({
        title: feed.title,
        state: feedHealth(feed, deps.now(), inEnglish),
      })),
    }),
    nextPosts: async () => Promise.all((await schedules()).map((schedule) => nextPost(deps.scheduling, schedule))),
  });
}

async function nextPost(scheduling: Scheduling, schedule: Schedule): Promise<NextPost> {
  const { platform, workspace, id } = schedule;
  const tenant = { platform, workspace };
  const { next } = (await scheduling.list(tenant)).find((item) => item.schedule.id === id) ?? {};
  try {
    const { parent, thread } = await scheduling.preview(tenant, id);
    return { schedule, ...(next && { next }), messages: [parent, ...thread] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { schedule, ...(next && { next }), messages: error.message };
  }
}

/** @param url the public address; without it, articles cannot be linked from elsewhere. */
function readerUrls(url: string | undefined, secret: string): OpenPage['readerUrl'] {
  const signer = createSigner(secret);
  return ({ id, url: own }, tenantKey) =>
    url === undefined || own !== undefined
      ? undefined
      : `${url}/articles/${encodeURIComponent(id)}?${new URLSearchParams({ of: tenantKey, key: signer.sign(id, tenantKey) })}`;
}

function withReaderLinks(dispatcher: Dispatcher, readerUrl: OpenPage['readerUrl']): Dispatcher {
  const linked = (requester: Requester | undefined) =>
    requester && { ...requester, readerUrl: (article: Article) => readerUrl(article, requester.tenantKey) };
  return {
    ...dispatcher,
    dispatch: (question, requester) => dispatcher.dispatch(question, linked(requester)),
    briefUpload: (upload, requester) => dispatcher.briefUpload(upload, linked(requester)),
  };
}
