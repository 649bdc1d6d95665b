import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CERTIFICATE } from '../../support/sites/certificate.ts';
import { fetcherOf, LOOPBACK, serve, serveTls } from '../../support/sites/site.ts';

const text = ({ bytes }: { bytes: Uint8Array }): string => Buffer.from(bytes).toString();
const STORY = 'The bridge will be built, the mayor said. '.repeat(50);

describe('a response', () => {
  test('contains its final URL, and the request names the bot', async () => {
    const site = await serve((_, response) => response.writeHead(200, { ETag: '"a"' }).end(STORY));
    const fetched = await fetcherOf().fetch({
      url: `${site.url}/a#b`,
      accept: 'text/html',
      headers: { 'if-none-match': '"b"' },
    });
    expect(fetched).toMatchObject({ url: `${site.url}/a`, status: 200, headers: { etag: '"a"' } });
    expect(text(fetched)).toBe(STORY);
    expect(site.requests[0]?.headers).toMatchObject({
      'user-agent': 'Onrecord tests',
      accept: 'text/html',
      'if-none-match': '"b"',
    });
    expect(site.requests[0]?.headers).not.toHaveProperty('cookie');
    expect(site.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['GZIP, identity', gzipSync],
  ] as const)('is decompressed: %s', async (encoding, compress) => {
    const site = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(compress(STORY)),
    );
    expect(text(await fetcherOf().fetch({ url: site.url, accept: '*/*' }))).toBe(STORY);
  });

  test('is accepted over TLS with a valid certificate', async () => {
    const site = await serveTls((_, response) => response.end(STORY));
    expect(text(await fetcherOf({ ca: CERTIFICATE }).fetch({ url: site.url, accept: '*/*' }))).toBe(STORY);
  });

  test('may be “not modified”', async () => {
    const site = await serve((_, response) => response.writeHead(304).end());
    expect(await fetcherOf().fetch({ url: site.url, accept: '*/*' })).toMatchObject({ status: 304 });
  });
});

describe('redirects', () => {
  test.each([
    ['all for good', [301, 308], true],
    ['one for now', [301, 302], false],
    ['none', [], false],
  ] as const)('that are %s', async (_, statuses, forGood) => {
    const site = await serve(({ url = '' }, response) => {
      const at = Number(url.slice(1));
      const status = statuses[at];
      if (status) response.writeHead(status, { location: `/${at + 1}` }).end();
      else response.end('here');
    });
    const fetched = await fetcherOf().fetch({ url: `${site.url}/0`, accept: '*/*' });
    expect(fetched.movedTo).toBe(forGood ? `${site.url}/2` : undefined);
    expect(text(fetched)).toBe('here');
  });

  test('end after five', async () => {
    const site = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(fetcherOf().fetch({ url: site.url, accept: '*/*' })).rejects.toThrow(/redirects endlessly/);
    expect(site.requests).toHaveLength(6);
  });
});

describe('servers that misbehave', () => {
  /** The timeout detects hangs only: a busy machine is slow. */
  const SMALL = { bytes: 10_000, milliseconds: 60_000 };
  const HASTY = { limits: { bytes: 10_000, milliseconds: 300 } };
  const failing = async (url: string, options = {}): Promise<unknown> =>
    fetcherOf({ limits: SMALL, ...options })
      .fetch({ url, accept: '*/*' })
      .then(
        () => 'fetched',
        (error) => [error.failure, error.message],
      );

  test.each([
    [404, 'not-found'],
    [410, 'gone'],
    [401, 'wall'],
    [403, 'wall'],
    [451, 'wall'],
    [429, 'busy'],
    [503, 'busy'],
    [500, 'server'],
    [418, 'not-found'],
  ])('respond with %d', async (status, failure) => {
    const site = await serve((_, response) => response.writeHead(status).end('no'));
    expect(await failing(site.url)).toEqual([failure, expect.stringMatching(/^[^\n]+\.$/)]);
  });

  test.each([
    ['120', 120_000],
    ['Mon, 30 Nov 2026 06:02:00 GMT', 120_000],
    ['99999999', 86_400_000],
    ['soon', undefined],
  ])('ask to wait: %s', async (value, wait) => {
    const site = await serve((_, response) => response.writeHead(429, { 'retry-after': value }).end());
    const fetcher = fetcherOf({ now: () => Date.parse('2026-11-30T06:00:00Z') });
    await expect(fetcher.fetch({ url: site.url, accept: '*/*' })).rejects.toMatchObject({ retryAfter: wait });
  });

  test('announce too much, or send it unannounced', async () => {
    const announced = await serve((_, response) => response.writeHead(200, { 'content-length': 10_001 }).end());
    const endless = await serve((_, response) => {
      const more = (): void => void (response.destroyed || response.write('x'.repeat(5_000), () => setImmediate(more)));
      more();
    });
    expect(await failing(announced.url)).toEqual(['too-big', expect.stringMatching(/too large/)]);
    expect(await failing(endless.url)).toEqual(['too-big', expect.any(String)]);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('send a decompression bomb: %s', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(5_000_000));
    const site = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
    expect(bomb.length).toBeLessThan(SMALL.bytes);
    expect(await failing(site.url)).toEqual(['too-big', expect.any(String)]);
  });

  test.each([
    ['gzip', 'not packed at all'],
    ['br', 'not packed at all'],
    ['deflate', 'not packed at all'],
    ['zip', 'PK'],
    ['gzip', gzipSync(STORY).subarray(0, 40)],
  ])('send invalid %s', async (encoding, body) => {
    const site = await serve((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
    expect(await failing(site.url)).toEqual(['malformed', expect.any(String)]);
  });

  test('send single bytes slowly, or nothing', async () => {
    const slow = await serve((_, response) => {
      response.writeHead(200).flushHeaders();
      const timer = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(timer));
    });
    const silent = await serve(() => {});
    expect(await failing(slow.url, HASTY)).toEqual(['timeout', expect.any(String)]);
    expect(await failing(silent.url, HASTY)).toEqual(['timeout', expect.stringMatching(/too long to answer/)]);
  });

  test('close the connection', async () => {
    const site = await serve(({ socket }) => socket.destroy());
    expect(await failing(site.url)).toEqual(['unreachable', expect.stringMatching(/was lost/)]);
    const half = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('x');
      setImmediate(() => response.destroy());
    });
    expect(await failing(half.url)).toEqual(['unreachable', expect.any(String)]);
  });

  test('are unreachable', async () => {
    expect(await failing('http://127.0.0.1:1/', { policy: { ...LOOPBACK, ports: [{ from: 1, to: 1 }] } })).toEqual([
      'unreachable',
      expect.stringMatching(/^127\S* refuses connections: /),
    ]);
  });

  test('have an untrusted certificate', async () => {
    const site = await serveTls((_, response) => response.end(STORY));
    expect(await failing(site.url)).toEqual(['certificate', expect.stringMatching(/certificate/)]);
  });

  test('do not speak HTTP', async () => {
    const site = await serve(({ socket }) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
    expect(await failing(site.url)).toEqual(['unreachable', expect.any(String)]);
  });
});
