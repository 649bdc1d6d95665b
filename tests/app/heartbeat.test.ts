import { expect, test } from 'vitest';
import { makeHeartbeat } from '#app/heartbeat';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('requests the URL each time, and logs once while it cannot be reached', async () => {
  const lines: string[] = [];
  const answers = [200, 500, 500, 200, 500];
  const urls: string[] = [];
  const request = async (url: unknown) => {
    urls.push(String(url));
    return new Response('ok', { status: answers.shift() ?? 200 });
  };
  const beat = makeHeartbeat(
    'https://ping.example/secret',
    { info: () => {}, error: (line) => lines.push(line) },
    request as typeof fetch,
  );
  for (let count = 0; count < 5; count++) {
    beat();
    await turn();
    await turn();
  }
  expect(urls).toHaveLength(5);
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('secret');
});

test('requests nothing without a URL', () => {
  const beat = makeHeartbeat(undefined, { info: () => {}, error: () => {} }, () => {
    throw new Error('requested');
  });
  beat();
});
