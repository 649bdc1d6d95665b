import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Dispatcher } from '#core/ports';
import type { Requester } from '#core/requester';
import { createSigner, isSame, loopbackOnly, secureHeaders } from './access.ts';
import { createApi } from './api.ts';
import { serveAsset } from './assets.ts';
import { page } from './html.ts';
import { articles } from './pages/articles.ts';
import { chat } from './pages/chat.ts';
import { morning } from './pages/morning.ts';
import { status } from './pages/status.ts';
import type { WebOptions } from './port.ts';
import { reader } from './reader/reader.ts';

/** What the user of the page uploads, no other can ask about. */
const TENANT = 'page';

/** Every address of the pages. Where there is a token, all but single signed articles stand below it. */
export function createRoutes(options: WebOptions, running: () => Dispatcher | undefined): Hono {
  const { access, logger, newId, previews, scope } = options;
  const base = access.kind === 'token' ? `/page/${access.token}` : '';
  const requester = (context: Context): Requester => {
    const { origin } = new URL(context.req.url);
    return {
      id: newId(),
      tenantKey: TENANT,
      ...(scope && { scope }),
      readerUrl: ({ id }) => `${origin}${base}/articles/${encodeURIComponent(id)}`,
    };
  };
  const dispatcher = (): Dispatcher => {
    const found = running();
    if (!found) throw new HTTPException(503, { message: 'The page is closed.' });
    return found;
  };
  const shell = { base, hasNavigation: true } as const;

  const pages = new Hono({ strict: false });
  pages.get('/', (context) =>
    context.html(page({ ...shell, title: 'Onrecord', script: 'chat.js', current: '/' }, ...chat())),
  );
  pages.get('/articles', async (context) => {
    const entries = (await options.status()).articles;
    return context.html(
      page({ ...shell, title: 'Articles – Onrecord', current: '/articles' }, ...articles(entries, base)),
    );
  });
  pages.get('/articles/:id', (context) => readArticle(context, dispatcher(), TENANT, shell));
  pages.get('/morning', async (context) => {
    const posts = await options.nextPosts();
    return context.html(
      page(
        { ...shell, title: 'Morning – Onrecord', script: 'posts.js', current: '/morning' },
        ...morning(posts, previews),
      ),
    );
  });
  pages.get('/status', async (context) =>
    context.html(page({ ...shell, title: 'Status – Onrecord', current: '/status' }, ...status(await options.status()))),
  );
  pages.route('/api', createApi({ ...options, requester, dispatcher: lazily(dispatcher) }));

  const routes = new Hono({ strict: false });
  routes.use(secureHeaders);
  routes.onError((error, context) => {
    if (error instanceof HTTPException) return context.text(`${error.message}\n`, error.status);
    const id = newId();
    logger.error('a page could not be shown', { id, err: error });
    return context.text(`Something went wrong here. The log says more under ${id}.\n`, 500);
  });
  routes.notFound((context) => context.text('There is nothing here.\n', 404));
  routes.get('/assets/:name', serveAsset);
  if (access.kind === 'loopback') return routes.use(loopbackOnly).route('/', pages);

  const signer = createSigner(options.secret);
  routes.get('/articles/:id', (context) => {
    const tenantKey = context.req.query('of') ?? '';
    const isSigned = signer.verify(context.req.param('id'), tenantKey, context.req.query('key') ?? '');
    return isSigned
      ? readArticle(context, dispatcher(), tenantKey, { base: '', hasNavigation: false })
      : context.notFound();
  });
  if (access.kind === 'articles') return routes;
  routes.use('/page/:token/*', (context, next) =>
    isSame(access.token, context.req.param('token')) ? next() : Promise.resolve(context.notFound()),
  );
  return routes.route(base, pages);
}

interface Shell {
  readonly base: string;
  readonly hasNavigation: boolean;
}

function readArticle(
  context: Context,
  dispatcher: Dispatcher,
  tenantKey: string,
  shell: Shell,
): Response | Promise<Response> {
  const entry = dispatcher.findArticle(context.req.param('id') ?? '', tenantKey);
  if (!entry) return context.notFound();
  return context.html(
    page({ ...shell, title: `${entry.article.title} – Onrecord`, script: 'reader.js' }, ...reader(entry)),
  );
}

/** The dispatcher that is there when something is asked. */
const lazily = (dispatcher: () => Dispatcher): Dispatcher => ({
  dispatch: (...question) => dispatcher().dispatch(...question),
  briefUpload: (...upload) => dispatcher().briefUpload(...upload),
  findArticle: (...asked) => dispatcher().findArticle(...asked),
  completeLine: (line) => dispatcher().completeLine(line),
  complete: (...asked) => dispatcher().complete(...asked),
});
