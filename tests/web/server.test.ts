import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import { makeHealth } from '#web/health';
import { makeWeb, type Web } from '#web/server';

const open: Web[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((web) => web.close(0)));
});

async function start(mounts: Parameters<Web['mount']>[1] = (_, response) => void response.end('mounted')) {
  const errors: unknown[] = [];
  const health = makeHealth(['Pigeon', 'Owl']);
  const web = makeWeb({
    host: '127.0.0.1',
    port: 0,
    logger: { info: () => {}, error: (_, details) => void errors.push(details?.err) },
    health: health.report,
    metrics: async () => ({ contentType: 'text/plain; version=0.0.4', body: 'onrecord_up 1\n' }),
    front: {
      install: [{ label: 'Add to <Pigeon>', url: '/pigeon/install?a=1&b=2' }],
      support: 'mailto:help@on.example',
    },
    privacy: () => '# Privacy\n\nNothing is sold.',
  });
  open.push(web);
  web.mount('/pigeon', mounts);
  const port = await web.listen();
  return { web, health, errors, port, at: (path: string) => `http://127.0.0.1:${port}${path}` };
}

/** The raw response to a raw request. */
async function raw(port: number, message: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(message);
  socket.on('error', () => {});
  const all = text(socket).catch(() => '');
  return all;
}

describe('the public pages', () => {
  const read = async (path: string) => {
    const { at } = await start();
    const response = await fetch(at(path));
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    return response.text();
  };

  test('/ says what this is, how to install it, and where to get help', async () => {
    const page = await read('/');
    expect(page).toContain('<h1>Onrecord</h1>');
    expect(page).toContain('<a href="/pigeon/install?a=1&amp;b=2">Add to &lt;Pigeon&gt;</a>');
    expect(page).toContain('<a href="/privacy">Privacy</a>');
    expect(page).toContain('<a href="mailto:help@on.example">Support</a>');
    expect(page).not.toContain('Terms');
  });

  test('/privacy says what is stored', async () => {
    expect(await read('/privacy')).toContain('<h1>Privacy</h1>\n<p>Nothing is sold.</p>');
  });

  test('/ stays the front page if the mounted app requests it', async () => {
    const { web, at } = await start();
    web.mount('/', (_, response) => void response.end('another page'), { keepsFrontPage: true });
    expect(await (await fetch(at('/'))).text()).not.toBe('another page');
    expect(await (await fetch(at('/articles/1'))).text()).toBe('another page');
  });

  test('/ is replaced by an app mounted there', async () => {
    const { web, at } = await start();
    web.mount('/', (_, response) => void response.end('another page'));
    expect(await (await fetch(at('/'))).text()).toBe('another page');
  });
});

describe('/healthz', () => {
  test('is healthy while a platform is connected and none is lost', async () => {
    const { health, at } = await start();
    const look = async () => {
      const response = await fetch(at('/healthz'));
      return [response.status, await response.json()];
    };
    expect(await look()).toEqual([
      503,
      { ok: false, platforms: { Pigeon: 'waiting', Owl: 'waiting' }, schedules: 'ok' },
    ]);
    health.setConnected('Pigeon', true);
    expect(await look()).toEqual([
      200,
      { ok: true, platforms: { Pigeon: 'connected', Owl: 'waiting' }, schedules: 'ok' },
    ]);
    health.setLost('Owl');
    health.setConnected('Owl', true);
    expect(await look()).toEqual([
      503,
      { ok: false, platforms: { Pigeon: 'connected', Owl: 'lost' }, schedules: 'ok' },
    ]);
  });

  test('is healthy without platforms', () => {
    expect(makeHealth([]).report()).toEqual({ ok: true, platforms: {}, schedules: 'ok' });
  });

  test('reports what prevents posting', () => {
    const schedules = 'data/onrecord.db is locked by another process: stop the other Onrecord that uses it.';
    expect(makeHealth([], () => schedules).report()).toEqual({ ok: false, platforms: {}, schedules });
  });
});

describe('a request', () => {
  test('for the metrics gets them', async () => {
    const { at } = await start();
    const response = await fetch(at('/metrics?x=1'));
    expect([response.headers.get('content-type'), await response.text()]).toEqual([
      'text/plain; version=0.0.4',
      'onrecord_up 1\n',
    ]);
  });

  test.each([
    ['/pigeon', 200, 'mounted'],
    ['/pigeon/events?x=/metrics', 200, 'mounted'],
    ['/pigeons', 404, 'There is nothing here.\n'],
    ['/nothing', 404, 'There is nothing here.\n'],
    ['//pigeon', 404, 'There is nothing here.\n'],
    ['/constructor', 404, 'There is nothing here.\n'],
    ['/healthz/', 404, 'There is nothing here.\n'],
    ['/%', 404, 'There is nothing here.\n'],
  ])('for %s gets %i', async (path, status, body) => {
    const { port } = await start();
    const answer = await raw(port, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain(body);
  });

  test('is routed to the longest matching path', async () => {
    const { web, at } = await start();
    web.mount('/pigeon/oauth', (_, response) => void response.end('longer'));
    expect(await (await fetch(at('/pigeon/oauth/callback'))).text()).toBe('longer');
    expect(await (await fetch(at('/pigeon/oauths'))).text()).toBe('mounted');
  });

  test('with a write method for a read-only path is refused', async () => {
    const { at } = await start();
    const response = await fetch(at('/metrics'), { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await fetch(at('/healthz'), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([503, '']);
  });

  test('with a declared body that is too long is refused', async () => {
    const { port } = await start();
    const head = 'POST /pigeon HTTP/1.1\r\nhost: x\r\n';
    expect(await raw(port, `${head}content-length: 1048577\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 413 .*1048576 bytes at most/s,
    );
  });

  test('with an undeclared body that is too long is cut off', async () => {
    let octets = 0;
    const { port } = await start((request, response) => {
      request.on('data', (piece) => {
        octets += piece.length;
      });
      request.on('error', () => {});
      request.on('end', () => response.end('whole'));
    });
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.resume();
    socket.write('POST /pigeon HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n');
    const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let index = 0; index < 20; index += 1) socket.write(piece);
    await closed;
    expect(octets).toBeLessThanOrEqual(1_048_576);
  });

  test('with a body within the limit arrives whole', async () => {
    const { at } = await start(async (request, response) => void response.end(`${(await text(request)).length}`));
    const body = 'x'.repeat(1_048_576);
    expect(await (await fetch(at('/pigeon'), { method: 'POST', body })).text()).toBe('1048576');
  });

  test('may have a longer body if its handler says so', async () => {
    const { web, at, port } = await start();
    const count: Parameters<Web['mount']>[1] = async (request, response) =>
      void response.end(`${(await text(request)).length}`);
    web.mount('/owl', count, { maxBodyBytes: 2_000_000 });
    const body = 'x'.repeat(2_000_000);
    expect(await (await fetch(at('/owl'), { method: 'POST', body })).text()).toBe('2000000');
    const head = 'POST /owl HTTP/1.1\r\nhost: x\r\n';
    expect(await raw(port, `${head}content-length: 2000001\r\n\r\n`)).toMatch(/^HTTP\/1.1 413 /);
  });

  test.each([
    [
      'at once',
      () => {
        throw new Error('inside: secret');
      },
    ],
    [
      'later',
      async () => {
        throw new Error('inside: secret');
      },
    ],
  ])('whose handler fails %s is answered without details', async (_, listener) => {
    const { at, errors } = await start(listener);
    const response = await fetch(at('/pigeon'));
    expect([response.status, await response.text()]).toEqual([500, 'Internal error: see the log.\n']);
    expect(errors).toEqual([new Error('inside: secret')]);
  });

  test('whose handler fails midway is aborted', async () => {
    const { at } = await start(async (_, response) => {
      response.write('half');
      throw new Error('inside');
    });
    await expect(fetch(at('/pigeon')).then((response) => response.text())).rejects.toThrow();
  });

  test.each([
    ['nonsense', 'what is this\r\n\r\n'],
    ['a head that never ends', `GET /healthz HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['two lengths', 'POST /pigeon HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx'],
  ])('of %s is rejected, and the next is served', async (_, message) => {
    const { port, at } = await start();
    expect(await raw(port, message)).toMatch(/^HTTP\/1.1 4\d\d [^{]*$/s);
    expect((await fetch(at('/pigeon'))).status).toBe(200);
  });
});

describe('the port', () => {
  test('that is in use is reported, with what to do', async () => {
    const { port } = await start();
    const needs = { host: '127.0.0.1', port, logger: { info: () => {}, error: () => {} } };
    const pages = { health: makeHealth([]).report, metrics: async () => ({ contentType: 'text/plain', body: '' }) };
    const listening = makeWeb({ ...needs, ...pages }).listen();
    await expect(listening).rejects.toThrow(UserError);
    await expect(listening).rejects.toThrow(`Port ${port} is in use: stop what listens there, or set ONRECORD_PORT`);
    const elsewhere = makeWeb({ ...needs, ...pages, host: '192.0.2.1' }).listen();
    await expect(elsewhere).rejects.toThrow('192.0.2.1 is not an address of this machine: set ONRECORD_HOST');
  });

  test('closes after requests in progress, and closes idle connections at once', async () => {
    const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { web, port, at } = await start(async (request, response) => {
      if (request.url === '/pigeon/slow') {
        arrive();
        await go;
      }
      response.end('done');
    });
    await (await fetch(at('/pigeon'))).text();
    const slow = httpRequest({ port, host: '127.0.0.1', path: '/pigeon/slow', headers: { connection: 'keep-alive' } });
    slow.end();
    const answered = once(slow, 'response');
    await arrived;
    let closed = false;
    const closing = web.close(60_000).then(() => {
      closed = true;
    });
    await expect(fetch(at('/healthz'))).rejects.toThrow();
    expect(closed).toBe(false);
    letGo();
    const [response] = await answered;
    expect(await text(response)).toBe('done');
    await closing;
  });

  test('aborts slow requests, and can be closed twice, or before it was opened', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { web, at } = await start(() => arrive());
    const never = expect(fetch(at('/pigeon'))).rejects.toThrow();
    await arrived;
    await web.close(0);
    await never;
    await web.close(0);
  });

  test('routes unmatched paths to the app mounted at the root', async () => {
    const { web, at } = await start();
    web.mount('/', (_, response) => response.end('top'));
    expect(await (await fetch(at('/nothing/else'))).text()).toBe('top');
    expect(await (await fetch(at('/pigeon'))).text()).not.toBe('top');
    expect((await fetch(at('/healthz'))).headers.get('content-type')).toContain('json');
    expect(() => web.mount('/', () => {})).toThrow();
  });

  test('refuses to mount a path twice', async () => {
    const { web } = await start();
    for (const path of ['/pigeon', '/healthz', 'pigeon', '/pigeon/']) {
      expect(() => web.mount(path, () => {})).toThrow();
    }
  });
});
