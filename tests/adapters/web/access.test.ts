import { describe, expect, test } from 'vitest';
import { createSigner } from '#adapters/web/access';
import { MAX_UPLOADED_PAGE_BYTES } from '#core/ports';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';
import { apiRequest, pageRequest, webOf } from '../../support/web/page.ts';

const SECRET = 'a secret of the tests';
const TOKEN = 't'.repeat(32);

async function opened(more: Parameters<typeof webOf>[1] = {}) {
  const adapter = webOf([river], more);
  await adapter.start(dispatcherOf([river]));
  return {
    get: (path: string, headers = {}) => adapter.fetch(pageRequest(path, headers)),
    post: (path: string, body: unknown, headers = {}) => adapter.fetch(apiRequest(path, body, headers)),
    adapter,
  };
}

describe('on this machine', () => {
  test.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'localhost'])('answers under %s', async (host) => {
    expect((await (await opened()).get('/', { host })).status).toBe(200);
  });

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000', ''])(
    'rejects the host name %s, which another site could resolve to this machine',
    async (host) => {
      expect((await (await opened()).get('/', { host })).status).toBe(421);
    },
  );

  test.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'x-onrecord': '' }])(
    'rejects requests of other sites: %o',
    async (headers) => {
      expect((await (await opened()).post('ask', { line: '/brief' }, headers)).status).toBe(403);
    },
  );

  test('runs no inline script or style, cannot be framed, sets no cookie and sends no referrer', async () => {
    const { headers } = await (await opened()).get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test.each(['/assets/../index.ts', '/assets/%2e%2e%2findex.ts', '/assets/index.ts', '/articles/nothing', '/nothing'])(
    'has no page at %s',
    async (path) => {
      expect((await (await opened()).get(path)).status).toBe(404);
    },
  );

  test.each(['nothing', '[]', '', '{"line":7}', '{"line":{"toString":1}}'])('rejects %j as a request', async (body) => {
    expect((await (await opened()).post('ask', body)).status).toBeLessThan(500);
  });

  test('limits the size of requests and uploads', async () => {
    const { post } = await opened();
    expect((await post('ask', { line: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await post('upload', 'x'.repeat(MAX_UPLOADED_PAGE_BYTES + 1))).status).toBe(413);
  });

  test('does not answer before its start or after its stop', async () => {
    const { get, adapter } = await opened();
    await adapter.stop();
    expect((await get('/')).status).toBe(503);
    expect((await webOf([river]).fetch(pageRequest('/'))).status).toBe(503);
  });
});

describe('on a public port', () => {
  const access = { kind: 'token', token: TOKEN } as const;

  test('requires the token for everything', async () => {
    const { get } = await opened({ access, secret: SECRET });
    for (const path of ['', 'articles', 'articles/river-dam', 'morning', 'status']) {
      expect((await get(`/page/${TOKEN}/${path}`)).status).toBe(200);
      expect((await get(`/${path}`)).status).toBe(404);
      expect((await get(`/page/${'u'.repeat(32)}/${path}`)).status).toBe(404);
    }
    expect((await get('/assets/page.css')).status).toBe(200);
  });

  test.each(['token', 'articles'] as const)('shows a signed article to everyone with its URL: %s', async (kind) => {
    const { get } = await opened({ access: kind === 'token' ? access : { kind }, secret: SECRET });
    const key = createSigner(SECRET).sign('river-dam', 'T1');
    expect((await get(`/articles/river-dam?of=T1&key=${key}`)).status).toBe(200);
    expect((await get(`/articles/river-dam?of=T2&key=${key}`)).status).toBe(404);
    expect((await get(`/articles/river-dam?of=T1&key=${createSigner('other').sign('river-dam', 'T1')}`)).status).toBe(
      404,
    );
    expect((await get('/articles/river-dam')).status).toBe(404);
    const page = await (await get(`/articles/river-dam?of=T1&key=${key}`)).text();
    expect(page).not.toContain('href="/status"');
    expect(page).not.toContain(TOKEN);
  });

  test('an upload is found only in its own place', async () => {
    const { get, adapter } = await opened({ access, secret: SECRET });
    const text = 'Mill to close\n\n“The mill is worn out,” said Ada Berg, its owner.';
    const request = apiRequest('upload?name=mill.txt', text);
    const answer = await adapter.fetch(new Request(request.url.replace('/api', `/page/${TOKEN}/api`), request));
    const { own } = (await answer.json()) as { own: { slack: string } };
    const id = /articles\/([\w.~-]+)#/.exec(own.slack)?.[1] ?? '';
    expect((await get(`/page/${TOKEN}/articles/${id}`)).status).toBe(200);
    const key = createSigner(SECRET).sign(id, 'T1');
    expect((await get(`/articles/${id}?of=T1&key=${key}`)).status).toBe(404);
  });
});

describe('pictures', () => {
  test('of an article are served as PNG and SVG, and nothing else', async () => {
    const { get } = await opened();
    const png = await get('/articles/river-dam/map.png');
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    const svg = await get('/articles/river-dam/card-a3.svg');
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(svg.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const name of ['card-a4.png', 'map.gif', 'map', '..%2fmap.png', 'nothing.png']) {
      expect((await get(`/articles/river-dam/${name}`)).status).toBe(404);
    }
    expect((await get('/articles/nothing/map.png')).status).toBe(404);
  });

  test('of a signed article share its signature', async () => {
    const { get } = await opened({ access: { kind: 'articles' }, secret: SECRET });
    const key = createSigner(SECRET).sign('river-dam', 'T1');
    const page = await (await get(`/articles/river-dam?of=T1&key=${key}`)).text();
    const src = /src="([^"]+voices\.svg[^"]*)"/.exec(page)?.[1]?.replace(/&amp;|&#x26;/g, '&') ?? '';
    expect((await get(src)).status).toBe(200);
    expect((await get('/articles/river-dam/voices.svg')).status).toBe(404);
  });
});

test('the page and its assets are smaller than 150 KB', async () => {
  const { get } = await opened();
  const html = await (await get('/')).text();
  const [styles, script] = [
    html.matchAll(/href="(\/assets\/[^"]+)"/g),
    'chat.js completion.js files.js views.js'.split(' '),
  ];
  const paths = [...[...styles].map(([, path = '']) => path), ...script.map((name) => `/assets/${name}`)];
  const sizes = await Promise.all(paths.map(async (path) => (await (await get(path)).arrayBuffer()).byteLength));
  expect(paths.length).toBe(8);
  expect(sizes.reduce((sum, size) => sum + size, html.length)).toBeLessThan(150_000);
});
