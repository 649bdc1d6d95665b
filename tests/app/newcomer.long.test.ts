import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MARKET } from '../support/articles.ts';
import { folderOf, run } from '../support/process.ts';
import { rssOf, storyOf } from '../support/sites/feeds.ts';
import { serve } from '../support/sites/site.ts';

/** A site with a link to its feed on the front page. */
const newspaper = () =>
  serve(({ url = '' }, response) => {
    if (url === '/feed') response.end(rssOf([{ title: 'Ferry sails again', link: '/ferry', guid: '1' }]));
    else if (url === '/ferry') response.end(storyOf('Ferry sails again'));
    else response.end('<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>');
  });

test('a new user pastes a link, adds a feed and a schedule to the channel, and sees the next post', async () => {
  const site = await newspaper();
  const content = folderOf({ 'market.md': MARKET });
  const env = {
    ONRECORD_CONTENT: content,
    ONRECORD_DATA: join(content, 'kept', 'onrecord.db'),
    ONRECORD_FETCH_ALLOW: '127.0.0.0/8',
    ONRECORD_FETCH_PORTS: '1024-65535',
  };
  const first = await run('src/main.ts', {
    env,
    input: [
      `${site.url}/ferry`,
      '/schedule add time:07:30 timezone:Seoul',
      `/feeds add ${site.url}`,
      '/feeds list',
      '/search waited',
    ].join('\n'),
  });
  expect(first.err).toBe('');
  const [link = '', schedule = '', added = '', list = ''] = first.out.split('────────────────────');
  expect(link).toContain('“We waited for seven days, and nobody was hurt');
  expect(schedule).toContain('This channel has no feed yet');
  expect(added).toContain('The Harbour Post was added to this channel.');
  expect(list).toContain('The Harbour Post · newest');
  // The feed is still there after a restart.
  const second = await run('src/main.ts', { env, input: '/feeds list\n/schedule preview\n' });
  expect(second.out).toContain('The Harbour Post · newest');
  expect(second.out).toContain('Morning briefing');
  expect({ code: second.code, err: second.err }).toEqual({ code: 0, err: '' });
});

test('nothing private is fetched unless the operator allows it', async () => {
  const site = await newspaper();
  const content = folderOf({ 'market.md': MARKET });
  const env = { ONRECORD_CONTENT: content, ONRECORD_DATA: join(content, 'kept', 'onrecord.db') };
  const { out } = await run('src/main.ts', { env, input: `/brief http://127.0.0.1/\n/brief ${site.url}\n` });
  expect(out).toContain('127.0.0.1 is in a private network, which is not read');
  expect(out).toMatch(/Port \d+ is not allowed/);
  expect(site.requests).toEqual([]);
});

test('invalid settings are reported at the start', async () => {
  const env = { ONRECORD_FETCH_ALLOW: '10.0.0.0/99', ONRECORD_FETCH_PORTS: 'http', ONRECORD_ARCHIVE_DAYS: 'long' };
  const { err, code } = await run('src/main.ts', { env });
  expect(err).toContain('ONRECORD_FETCH_ALLOW: “10.0.0.0/99” is no block of addresses');
  expect(err).toContain('ONRECORD_FETCH_PORTS: “http” is not a port');
  expect(err).toContain('ONRECORD_ARCHIVE_DAYS must be a number');
  expect(code).toBe(1);
});
