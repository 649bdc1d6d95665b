import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Requester } from '#core/access/requester';
import type { Dispatcher } from '#core/ports';
import { createSigner, isSame, loopbackOnly, secureHeaders } from './access.ts';
import { createAnswerPictures } from './answer-pictures.ts';
import { createApi } from './api.ts';
import { serveAsset } from './assets.ts';
import { page } from './html.ts';
import { articles } from './pages/articles.ts';
import { chat } from './pages/chat.ts';
import { missing } from './pages/missing.ts';
import { morning } from './pages/morning.ts';
import { status } from './pages/status.ts';
import { createPictureRoute } from './pictures.ts';
import type { WebOptions } from './port.ts';
import { reader } from './reader/reader.ts';
import { createUploadedFiles } from './uploaded-files.ts';

/** The tenant of the page: its uploads are not visible to any other. */
const TENANT = 'page';

/** All routes of the pages. If there is a token, all but single signed articles are below it. */
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
  const answerPictures = createAnswerPictures(base);
  const showPicture = createPictureRoute(options.pictures);
  const shell = { base, hasNavigation: true } as const;

  const pages = new Hono({ strict: false });
  pages.get('/', (context) =>
    context.html(page({ ...shell, title: 'Onrecord', script: 'chat.js', current: '/' }, ...chat())),
  );
  pages.get('/articles', async (context) => {
    const entries = (await options.status()).articles;
    return context.html(
      page(
        { ...shell, title: 'Articles – Onrecord', script: 'theme.js', current: '/articles' },
        ...articles(entries, base),
      ),
    );
  });
  const place = { tenantKey: TENANT, query: '', ...shell };
  pages.get('/articles/:id', (context) => readArticle(context, dispatcher(), options, place));
  pages.get('/articles/:id/:picture', (context) => readPicture(context, dispatcher(), showPicture, TENANT));
  pages.get('/pictures/:file', (context) => {
    const found = answerPictures.find(context.req.param('file'));
    return found ? context.body(found, 200, { 'content-type': 'image/png' }) : context.notFound();
  });
  pages.get('/morning', async (context) => {
    const posts = (await options.nextPosts()).map(({ messages, ...post }) => ({
      ...post,
      messages: typeof messages === 'string' ? messages : messages.map(answerPictures.keep),
    }));
    return context.html(
      page(
        { ...shell, title: 'Morning – Onrecord', script: 'posts.js', current: '/morning' },
        ...morning(posts, previews),
      ),
    );
  });
  pages.get('/status', async (context) =>
    context.html(
      page(
        { ...shell, title: 'Status – Onrecord', script: 'theme.js', current: '/status' },
        ...status(await options.status()),
      ),
    ),
  );
  const uploadedFiles = createUploadedFiles(options.folder, (id) => dispatcher().findArticle(id, TENANT));
  const shared = { pictures: answerPictures, uploadedFiles, requester, dispatcher: lazily(dispatcher) };
  pages.route('/api', createApi({ ...options, ...shared }));

  const routes = new Hono({ strict: false });
  routes.use(secureHeaders);
  routes.onError((error, context) => {
    if (error instanceof HTTPException) return context.text(`${error.message}\n`, error.status);
    const id = newId();
    logger.error('a page could not be shown', { id, err: error });
    return context.text(`Something went wrong here. The log says more under ${id}.\n`, 500);
  });
  routes.notFound((context) =>
    // To others, it is not told what is here.
    access.kind === 'loopback' && context.req.header('accept')?.includes('text/html')
      ? context.html(page({ ...shell, title: 'Not found – Onrecord', script: 'theme.js' }, ...missing(base)), 404)
      : context.text('There is nothing here.\n', 404),
  );
  routes.get('/assets/:name', serveAsset);
  if (access.kind === 'loopback') return routes.use(loopbackOnly).route('/', pages);

  const signer = createSigner(options.secret);
  const signed = (context: Context): { readonly tenantKey: string; readonly query: string } | undefined => {
    const [tenantKey = '', key = ''] = [context.req.query('of'), context.req.query('key')];
    const isSigned = signer.verify(context.req.param('id') ?? '', tenantKey, key);
    return isSigned ? { tenantKey, query: `?${new URLSearchParams({ of: tenantKey, key })}` } : undefined;
  };
  routes.get('/articles/:id', (context) => {
    const found = signed(context);
    return found
      ? readArticle(context, dispatcher(), options, { ...found, base: '', hasNavigation: false })
      : context.notFound();
  });
  routes.get('/articles/:id/:picture', (context) => {
    const found = signed(context);
    return found ? readPicture(context, dispatcher(), showPicture, found.tenantKey) : context.notFound();
  });
  if (access.kind === 'articles') return routes;
  routes.use('/page/:token/*', (context, next) =>
    isSame(access.token, context.req.param('token')) ? next() : Promise.resolve(context.notFound()),
  );
  return routes.route(base, pages);
}

/** The context in which an article is read. */
interface Place {
  readonly base: string;
  readonly hasNavigation: boolean;
  readonly tenantKey: string;
  /** The query string of the article’s picture URLs. */
  readonly query: string;
}

function readArticle(
  context: Context,
  dispatcher: Dispatcher,
  { pictures }: WebOptions,
  { tenantKey, query, ...shell }: Place,
): Response | Promise<Response> {
  const id = context.req.param('id') ?? '';
  const entry = dispatcher.findArticle(id, tenantKey);
  if (!entry) return context.notFound();
  const article = reader(entry, {
    describe: pictures.describe,
    urlOf: (file) => `${shell.base}/articles/${encodeURIComponent(id)}/${file}${query}`,
  });
  return context.html(page({ ...shell, title: `${entry.article.title} – Onrecord`, script: 'reader.js' }, ...article));
}

function readPicture(
  context: Context,
  dispatcher: Dispatcher,
  show: ReturnType<typeof createPictureRoute>,
  tenantKey: string,
): Response | Promise<Response> {
  const entry = dispatcher.findArticle(context.req.param('id') ?? '', tenantKey);
  return entry ? show(context, entry, context.req.param('picture') ?? '') : context.notFound();
}

/** Delegates to the dispatcher that exists at the time of the request. */
const lazily = (dispatcher: () => Dispatcher): Dispatcher => ({
  dispatch: (...question) => dispatcher().dispatch(...question),
  briefUpload: (...upload) => dispatcher().briefUpload(...upload),
  findArticle: (...asked) => dispatcher().findArticle(...asked),
  labelsOf: (...asked) => dispatcher().labelsOf(...asked),
  completeLine: (line) => dispatcher().completeLine(line),
  complete: (...asked) => dispatcher().complete(...asked),
});
