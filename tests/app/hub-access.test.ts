import { describe, expect, test } from 'vitest';
import { hubAccess } from '#app/lazy-feeds';

const web = { host: '127.0.0.1', port: 8080 };
const url = 'https://news.example';

describe('the secrets of hubs', () => {
  test('are the same after a restart, and differ by subscription and key', () => {
    const [first, restarted, other] = ['a key', 'a key', 'another key'].map((key) => hubAccess({ web, url, key }));
    expect(first?.address).toBe(url);
    expect(first?.secretOf('one')).toBe(restarted?.secretOf('one'));
    const secrets = [first?.secretOf('one'), first?.secretOf('two'), other?.secretOf('one')];
    expect(new Set(secrets).size).toBe(3);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  });

  test.each([
    ['without a key', { web, url }],
    ['without a public address', { web, key: 'a key' }],
    ['without a port', { url, key: 'a key' }],
  ])('do not exist %s: hubs are not used', (_, config) => {
    expect(hubAccess(config)).toBeUndefined();
  });
});
