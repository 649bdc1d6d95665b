import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import type { CatalogEntry } from '#core/catalog';
import { compactArticle, readText } from '#library';
import { makePageReader } from '#sources/pages/index';
import { fetcherOf, type Site, serve } from '../../support/sites/site.ts';

const STORY = [
  'The ferry to Sorrel Island sailed again on Monday after a week of storms, the harbour office said in a statement.',
  '“We waited for seven days, and nobody was hurt,” harbour master Ann Lee told reporters on the pier in the morning.',
  'The company denies that the ship was unsafe. Its owner, Jo Marsh, demands an apology from the council of the island.',
].map((paragraph) => `<p>${paragraph}</p>`);

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Ferry sails again</title>${head}</head><body><article><h1>Ferry sails again</h1>${body}</article></body></html>`;

async function readPage(name: string, text: string): Promise<CatalogEntry> {
  const article = compactArticle(await readText(name, text));
  return { article, briefing: brief(article) };
}

/** A page reader, and a clock that only a test advances. */
function readerOf(limits = {}) {
  let time = 0;
  const reader = makePageReader({ fetcher: fetcherOf({ limits }), read: readPage, now: () => time });
  return { read: reader.read, pass: (milliseconds: number) => (time += milliseconds) };
}

const html = (text: string): Promise<Site> =>
  serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(text));

describe('an article at a URL', () => {
  test('is read, with its quotations, and identified by that URL', async () => {
    const site = await html(page(STORY.join('')));
    const { article, briefing } = await readerOf().read(`${site.url}/ferry#top`);
    expect(article).toMatchObject({ title: 'Ferry sails again', url: `${site.url}/ferry`, format: 'text' });
    expect(briefing.quotes).toHaveLength(1);
    expect(briefing.speakers.map(({ name }) => name)).toContain('Ann Lee');
  });

  test.each([
    ['its own site’s name for it', (site: Site) => `${site.url}/2024/ferry`, (site: Site) => `${site.url}/2024/ferry`],
    ['another site’s name for it', () => 'https://other.example/ferry', (site: Site) => `${site.url}/f`],
    ['the front page', (site: Site) => `${site.url}/`, (site: Site) => `${site.url}/f`],
  ])('uses %s or not', async (_, canonical, expected) => {
    let own: Site | undefined;
    const site = await serve((_, response) =>
      response.end(page(STORY.join(''), `<link rel="canonical" href="${canonical(own as Site)}">`)),
    );
    own = site;
    expect((await readerOf().read(`${site.url}/f`)).article.url).toBe(expected(site));
  });

  test('is found behind redirects, and decompressed', async () => {
    const site = await serve(({ url }, response) => {
      if (url === '/short') response.writeHead(301, { location: '/long' }).end();
      else response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(page(STORY.join(''))));
    });
    expect((await readerOf().read(`${site.url}/short`)).article.url).toBe(`${site.url}/long`);
  });

  test.each([
    ['the header’s charset', 'text/html; charset=iso-8859-1', '<meta charset="utf-8">'],
    ['the page’s own', 'text/html', '<meta charset="windows-1252">'],
    ['none', 'text/html', ''],
    ['a header that is wrong', 'text/html; charset=utf-8', ''],
  ])('is read in %s', async (_, type, meta) => {
    const text = page(`<p>The café reopened. ${'It was a long week for everybody there. '.repeat(8)}</p>`, meta);
    const site = await serve((_, response) =>
      response.writeHead(200, { 'content-type': type }).end(Buffer.from(text, 'latin1')),
    );
    expect((await readerOf().read(site.url)).article.text).toContain('The café reopened.');
  });

  test('in UTF-8 is read as such, whatever its server declares', async () => {
    const site = await serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(page(`<p>The café’s owner spoke. ${'It was a long week for everybody there. '.repeat(8)}</p>`)),
    );
    expect((await readerOf().read(site.url)).article.text).toContain('The café’s owner');
  });
});

describe('the same page', () => {
  test('is not fetched twice within ten minutes, even for different users', async () => {
    const site = await html(page(STORY.join('')));
    const { read, pass } = readerOf();
    await Promise.all([read(site.url), read(`${site.url}/#a`)]);
    pass(599_000);
    await read(site.url);
    expect(site.requests).toHaveLength(1);
    pass(2_000);
    await read(site.url);
    expect(site.requests).toHaveLength(2);
  });

  test('is retried sooner if it was temporarily unavailable', async () => {
    const site = await serve((_, response) => response.writeHead(503).end());
    const { read, pass } = readerOf();
    await expect(read(site.url)).rejects.toThrow('is overloaded (503): try again later');
    await expect(read(site.url)).rejects.toThrow();
    pass(61_000);
    await expect(read(site.url)).rejects.toThrow();
    expect(site.requests).toHaveLength(2);
  });
});

describe('explains in one sentence why a page is no article', () => {
  const cases: readonly (readonly [what: string, type: string, body: string | Buffer, sentence: RegExp])[] = [
    [
      'a front page',
      'text/html',
      page('<ul><li><a href="/a">One</a></li></ul>'),
      /There is no article on this page of/,
    ],
    ['nothing', 'text/html', '', /There is no article/],
    [
      'a front page',
      'text/html',
      `<html lang="en"><body><h1>News</h1><ul>${Array.from({ length: 20 }, (_, at) => `<li><a href="/${at}">Story number ${at} of the day</a></li>`).join('')}</ul></body></html>`,
      /There is no article/,
    ],
    ['a notice', 'text/html', page('<p>We use cookies. Please accept them to go on.</p>'), /There is no article/],
    [
      'another language',
      'text/html',
      page(`<p>${'Der Minister sagte am Montag, dass er nicht verhandeln werde. '.repeat(9)}</p>`),
      /^This article is in German/,
    ],
    ['a PDF', 'text/html', '%PDF-1.7', /is a PDF/],
    ['a picture', 'image/png', '\x89PNG', /picture/],
    ['a feed', 'text/html', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', /type \/feeds add/],
    ['data', 'application/json', '{"a": 1}', /is a file, not a page/],
    [
      'a wall',
      'text/html',
      page(`${STORY[0]}<div class="paywall">Subscribe to continue reading</div>`),
      /behind a paywall/,
    ],
    [
      'a wall that schema.org knows',
      'text/html',
      page(STORY[0] ?? '', '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'),
      /behind a paywall/,
    ],
    ['a page nested without end', 'text/html', page('<b>'.repeat(100_000)), /There is no article/],
  ];
  test.each(cases)('%s', async (_, type, body, sentence) => {
    const site = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(body));
    const error = await readerOf()
      .read(site.url)
      .catch((error) => error);
    expect(error.message).toMatch(sentence);
    expect(error.message).toMatch(/^[^\n]+[.]$/);
  });

  test('reads a complete article, even if its page advertises subscriptions', async () => {
    const body = [...STORY, ...STORY, ...STORY, ...STORY].map((p, at) => p.replace('The ', `On day ${at} the `));
    const site = await html(page(`${body.join('')}<div class="paywall">Subscribe to continue reading</div>`));
    await expect(readerOf().read(site.url)).resolves.toBeDefined();
  });

  test.each(['http://10.0.0.1/', 'file:///etc/passwd', 'http://user:word@a.example/'])(
    '%s is not requested',
    async (url) => {
      await expect(readerOf().read(url)).rejects.toThrow(/\.$|:$/);
    },
  );
});
