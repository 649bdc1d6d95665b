import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CatalogEntry } from '#core/catalog';
import type { Schedule } from '#core/schedule';
import { type ArticleVersions, makeArticleVersions } from '#schedule/delivery/article-versions';
import { articlesSeen, compose, type PostContent, postMessages } from '#schedule/delivery/compose';
import { textOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';
import { articleOf, type World, worldAt } from '../../support/schedule/world.ts';
import { scheduleOf } from '../../support/scheduling.ts';

const DAY = { day: '2025-03-11', late: false };

let world: World;
let articleVersions: ArticleVersions;
let slots = 0;
beforeEach(async () => {
  world = await worldAt(0);
  articleVersions = makeArticleVersions(
    { entries: () => world.entries, find: () => undefined, loadErrors: () => [] },
    world.store.versions,
  );
});
afterEach(() => world.close());

const composed = (schedule: Partial<Schedule> = {}, occasion = DAY): Promise<PostContent> =>
  compose({ store: world.store, articleVersions }, scheduleOf(schedule), occasion);
const said = async (content: PostContent): Promise<readonly string[]> =>
  (await postMessages(content, articleVersions)).map(({ reply }) => textOf(reply));
const shown = ({ fresh }: PostContent): readonly string[] => fresh.map(({ article }) => article);

/** Records a post as sent, as the slot store does. */
async function sent(content: PostContent, schedule: Partial<Schedule> = {}): Promise<void> {
  const { id, platform, workspace, channel } = scheduleOf(schedule);
  await articleVersions.keep(articlesSeen(content));
  const record = { schedule: id, platform, workspace, channel, day: `day ${++slots}`, due: 0, since: 0, attempts: 0 };
  await world.store.slots.insert([{ ...record, state: 'due', late: false, manual: false }]);
  const [claim] = await world.store.slots.claim('test', 1, 1, 1);
  if (!claim) throw new Error('there is one');
  await world.store.slots.recordOutcome(claim, { state: 'sent', message: 'm', seen: articlesSeen(content) }, 1);
}

const entries = (...ids: readonly string[]): readonly CatalogEntry[] => ids.map((id) => articleOf(id));

describe('the first post of a schedule', () => {
  test('shows only the newest article, says that it starts there, and marks the rest as seen', async () => {
    world.entries = entries('newest', 'older', 'oldest');
    const content = await composed();
    expect(shown(content)).toEqual(['newest']);
    expect(articlesSeen(content).map(({ article }) => article)).toEqual(['newest', 'older', 'oldest']);
    expect((await said(content))[0]).toContain('This is the first post');
    await sent(content);
    expect(shown(await composed())).toEqual([]);
  });

  test('of a second schedule in the channel shows no backlog either', async () => {
    world.entries = entries('newest', 'older');
    await sent(await composed());
    world.entries = entries('fresh', 'newest', 'older');
    const content = await composed({ id: 's2' });
    expect(shown(content)).toEqual(['fresh']);
    expect(content.first).toBe(true);
  });

  test('reports that there is nothing to show', async () => {
    const content = await composed();
    expect((await said(content))[0]).toContain('There is no article yet.');
  });
});

describe('later posts show', () => {
  test('new articles, the newest first', async () => {
    world.entries = entries('old');
    await sent(await composed());
    world.entries = entries('newest', 'newer', 'old');
    const content = await composed();
    expect(shown(content)).toEqual(['newest', 'newer']);
    const [parent = '', ...thread] = await said(content);
    expect(parent).toContain('2 new');
    expect(thread).toHaveLength(2);
    expect(thread[0]).toContain('What became of newest');
  });

  test('updated articles, with what was added and withdrawn', async () => {
    world.entries = [articleOf('story', 'An old line.')];
    await sent(await composed());
    world.entries = [articleOf('story', 'A new line.')];
    const [parent = '', detail = ''] = await said(await composed());
    expect(parent).toContain('1 updated');
    expect(detail).toContain('Added: 1 sentence\nA new line.');
    expect(detail).toContain('Withdrawn: 1 sentence\nAn old line.');
    await sent(await composed());
    expect(shown(await composed())).toEqual([]);
  });

  test('an article as new if its earlier version is unknown', async () => {
    world.entries = entries('old', 'story');
    const content = await composed();
    await sent({ ...content, rest: [{ article: 'story', version: 'never kept' }] });
    const again = await composed();
    expect(again.fresh).toMatchObject([{ article: 'story', before: 'never kept' }]);
    expect((await said(again))[0]).toContain('1 new');
  });

  test('how many more there are, and mark them as seen', async () => {
    world.entries = entries('old');
    await sent(await composed());
    world.entries = entries(...Array.from({ length: 30 }, (_, at) => `n${at}`), 'old');
    const content = await composed();
    expect((await said(content))[0]).toContain('+20 more');
    expect(articlesSeen(content)).toHaveLength(30);
  });

  test('one line if nothing is new, with the due time if it is late', async () => {
    world.entries = entries('old');
    await sent(await composed());
    const [parent = '', ...thread] = await said(await composed({}, { ...DAY, late: true }));
    expect(parent).toContain('Nothing new.');
    expect(parent).toContain('late: it was due at 07:30');
    expect(thread).toEqual([]);
  });

  test('articles that only another channel has seen as new', async () => {
    world.entries = entries('story');
    await sent(await composed());
    await sent(await composed({ id: 's2', channel: 'sports' }), { id: 's2', channel: 'sports' });
    world.entries = entries('fresh', 'story');
    await sent(await composed());
    expect(shown(await composed({ id: 's2', channel: 'sports' }))).toEqual(['fresh']);
  });
});

test('shows only articles with the given words, matched as by /articles', async () => {
  world.entries = [
    articleOf('a', 'Rain in the valleys.'),
    articleOf('b', 'Sun.'),
    articleOf('c', 'The valley floods.'),
  ];
  const content = await composed({ about: 'valley' });
  expect(shown(content)).toEqual(['a']);
  expect(articlesSeen(content).map(({ article }) => article)).toEqual(['a', 'c']);
});

describe('a checkpoint', () => {
  test('recreates the same post after a crash', async () => {
    world.entries = entries('old');
    await sent(await composed());
    world.entries = [articleOf('b'), articleOf('a'), articleOf('old', 'One more line.')];
    const content = await composed();
    const kept = JSON.parse(JSON.stringify(content)) as PostContent;
    const reborn = makeArticleVersions(
      { entries: () => world.entries, find: () => undefined, loadErrors: () => [] },
      world.store.versions,
    );
    expect(await postMessages(kept, reborn)).toEqual(await postMessages(content, articleVersions));
  });

  test('is small: some dozen bytes for each of a thousand articles', async () => {
    world.entries = entries(...Array.from({ length: 1_000 }, (_, at) => `article-${at}`));
    expect(JSON.stringify(await composed()).length).toBeLessThan(80_000);
  });

  test('omits removed articles, and keeps their replacements out of the thread', async () => {
    world.entries = entries('old');
    await sent(await composed());
    world.entries = entries('e', 'd', 'c', 'b', 'old');
    const content = await composed();
    expect(content.thread).toBe(3);
    world.entries = entries('e', 'c', 'b', 'old');
    const letters = await postMessages(content, articleVersions);
    expect(letters.map(({ index }) => index)).toEqual([0, 1, 3]);
  });
});

test('lines of an article without an address link to the reader', async () => {
  const { url: _, ...article } = river.article;
  world.entries = [{ article, briefing: { ...river.briefing, article } }];
  const readerUrl = ({ id }: { readonly id: string }) => `https://onrecord.example/articles/${id}?key=signed`;
  const content = await composed();
  const links = async (options: Parameters<typeof postMessages>[2]) =>
    JSON.stringify(await postMessages(content, articleVersions, options)).match(/https:[^"]*#p\d/g) ?? [];
  expect(await links({ readerUrl })).toContain('https://onrecord.example/articles/river-dam?key=signed#p2');
  expect(await links({ readerUrl: () => undefined })).toEqual([]);
});

test('an article with a renamed file is not new', async () => {
  world.entries = [articleOf('alpha')];
  await sent(await composed());
  const [alpha] = world.entries;
  if (!alpha) throw new Error('there is one');
  const article = { ...alpha.article, id: 'renamed' };
  world.entries = [articleOf('beta'), { article, briefing: { ...alpha.briefing, article } }];
  expect(shown(await composed())).toEqual(['beta']);
});
