import { expect, test } from 'vitest';
import type { NextPost, Status } from '#adapters/web/port';
import { showDate } from '#adapters/web/words';
import type { Block, Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { fakeDrawing, PNG } from '../../support/pictures.ts';
import { river } from '../../support/river.ts';
import { apiRequest, pageRequest, webOf } from '../../support/web/page.ts';

const schedule: Schedule = {
  ...{ id: 'heron', platform: 'Pigeon', workspace: 'T1', channel: 'C1', author: 'U1', created: 0 },
  ...{ time: '07:30', days: [1, 2], zone: 'Asia/Seoul', length: 'short', empty: 'line', grace: 2 },
};
const said = (text: string, ...more: readonly Block[]): Reply => ({
  visibility: 'channel',
  blocks: [{ type: 'paragraph', text: [text] }, ...more],
});
const FIELD: Block = { type: 'file', name: 'field.png', mediaType: 'image/png', content: PNG, alt: 'A wet field' };

async function pageAt(path: string, more: Parameters<typeof webOf>[1]): Promise<string> {
  const adapter = webOf([river], more);
  await adapter.start(dispatcherOf([river]));
  return (await adapter.fetch(pageRequest(path))).text();
}

test('the preview page shows each schedule’s next post and its thread as on both platforms', async () => {
  const posts: readonly NextPost[] = [
    {
      schedule,
      next: { day: '2025-03-10', due: Date.UTC(2025, 2, 9, 22, 30) },
      messages: [said('Rain at last', FIELD), said('More rain')],
    },
    { schedule: { ...schedule, id: 'stork', paused: { since: 1 } }, messages: 'The article is gone: load it again.' },
  ];
  const html = await pageAt('/morning', { nextPosts: async () => posts });
  expect(
    html.match(/<img class="picture" src="\/pictures\/\w+-1x1\.png" alt="A wet field" width="1" height="1">/g)?.length,
  ).toBe(2);
  expect(html.match(/Rain at last/g)?.length).toBe(2);
  expect(html.match(/More rain/g)?.length).toBe(2);
  expect(html).toContain('<time datetime="2025-03-09T22:30:00.000Z">Monday, 10 March 2025</time>');
  expect(html).toContain('paused');
  expect(html).toContain('The article is gone: load it again.');
  expect(html).not.toContain('Only visible to you');
});

test('the status lists files that were not loaded, connections, and the last errors by their ids', async () => {
  const status: Status = {
    articles: [river],
    loadErrors: [{ file: 'a<b>.md', message: 'It is empty.' }],
    platforms: { Pigeon: 'waiting' },
    errors: [{ at: 0, id: 'abc123', message: 'a command failed' }],
    schedules: 3,
    feeds: [{ title: 'The <Harbour> Post', state: 'unavailable since Mon 10 March, 07:30 UTC: It is gone.' }],
  };
  const html = await pageAt('/status', { status: async () => status });
  for (const words of [
    '1 loaded',
    'a&#x3C;b>.md: It is empty.',
    'Pigeon: waiting',
    'abc123 a command failed',
    'The &#x3C;Harbour> Post: unavailable since Mon 10',
  ]) {
    expect(html).toContain(words);
  }
});

test('a picture of an answer is shown as both platforms do, and served until it is forgotten', async () => {
  const adapter = webOf([river]);
  await adapter.start(dispatcherOf([river], [], { drawPicture: fakeDrawing().draw }));
  const answer = await adapter.fetch(apiRequest('ask', { line: '/quotes as:card' }));
  const { own } = (await answer.json()) as { readonly own: Readonly<Record<string, string>> };
  const sources = ['slack', 'discord'].map(
    (platform) =>
      /<img class="picture" src="(\/pictures\/[\w-]+\.png)" alt="“We fill the lake/.exec(own[platform] ?? '')?.[1],
  );
  const [path = ''] = sources;
  expect(sources).toEqual([path, path]);
  const picture = await adapter.fetch(pageRequest(path));
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PNG);
  expect((await adapter.fetch(pageRequest('/pictures/0.png'))).status).toBe(404);
});

test('an unknown address is told as a page to browsers, and as text to all others', async () => {
  const adapter = webOf([river]);
  await adapter.start(dispatcherOf([river]));
  const page = await adapter.fetch(pageRequest('/articles/msg-0000000', { accept: 'text/html,*/*;q=0.8' }));
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('href="/articles">articles</a>')]);
  const text = await adapter.fetch(pageRequest('/articles/msg-0000000'));
  expect([text.status, await text.text()]).toEqual([404, 'There is nothing here.\n']);
});

test('the list of articles has dates as answers do, and counts in the singular and the plural', async () => {
  const { url: _, publisher: __, ...article } = river.article;
  const [first] = river.briefing.attributions;
  const lone = { article, briefing: { ...river.briefing, attributions: first ? [first] : [], speakers: [] } };
  const status: Status = {
    ...{ articles: [river, lone], loadErrors: [], platforms: {}, errors: [], schedules: 0, feeds: [] },
  };
  const html = await pageAt('/articles', { status: async () => status });
  expect(html).toContain('The Delta Courier · 4 March 2025, 09:05 · 7 statements · 4 speakers');
  expect(html).toContain('>4 March 2025, 09:05 · 1 statement · 0 speakers');
});

test.each([
  ['2024-10-22', '22 October 2024'],
  ['2024-10-22T15:40:10', '22 October 2024, 15:40'],
  ['last spring', 'last spring'],
])('the date %s is shown as %s', (at, shown) => {
  expect(showDate(at)).toBe(shown);
});
