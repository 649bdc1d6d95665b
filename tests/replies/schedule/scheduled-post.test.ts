import { describe, expect, test } from 'vitest';
import type { CatalogEntry } from '#core/catalog';
import { inEnglish, translatorFor } from '#core/messages/index';
import { changesOf, sentencesOf } from '#replies/schedule/changes';
import { type NewArticle, scheduledPost } from '#replies/schedule/scheduled-post';
import { makeEntry } from '../../support/briefing.ts';
import { textOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';

const harbour = makeEntry({ id: 'harbour', title: 'Harbour reopens', paragraphs: ['Boats came back on Monday.'] });

const changed = ({ entry, without }: { entry: CatalogEntry; without: number }): NewArticle => ({
  entry,
  changes: changesOf(entry, [...sentencesOf(entry).filter((_, index) => index !== without), 'It was closed.']),
});

/** The messages of a post as text: the one in the channel, then its thread. */
function said(
  articles: readonly NewArticle[],
  more: Partial<Parameters<typeof scheduledPost>[0]> = {},
  t = inEnglish,
): readonly string[] {
  const { parent, thread } = scheduledPost({ day: '2025-03-10', articles, length: 'short', first: false, ...more }, t);
  return [parent, ...thread].map(textOf);
}

describe('the message in the channel', () => {
  test('has a line for each article, and a button for the newest', () => {
    const [parent] = said([{ entry: river }, { entry: harbour }]);
    expect(parent).toContain('2 new');
    expect(parent).toContain('NEW Harbour reopens — Boats came back on Monday.');
    expect(parent).toMatch(/speaks: [^,+·]+, [^,+·]+ \+\d/);
    expect(parent).toContain('[Brief the newest] [Articles]');
    expect(said([{ entry: harbour }])[0]).toContain('[Brief] [Articles]');
  });

  test.each([
    [undefined, 'Morning briefing'],
    ['07:30', 'Morning briefing'],
    ['12:00', 'Afternoon briefing'],
    ['19:30', 'Evening briefing'],
  ])('of a schedule at %s is headed %s', (time, heading) => {
    expect(said([{ entry: harbour }], { time })[0]).toContain(heading);
  });

  test('says once that nothing is new', () => {
    expect(said([], { about: 'dams' })[0]?.split('“dams”')).toHaveLength(2);
  });
});

describe('of a schedule made in Korean', () => {
  const ko = translatorFor('ko');

  test('our own text is Korean, the articles’ text is unchanged', () => {
    const more = { about: 'boats', first: true, late: '07:30', ended: ['The Old Post'], more: [{}] };
    const [parent = '', thread = '', changes = ''] = said(
      [{ entry: river, others: [harbour] }, changed({ entry: harbour, without: 0 })],
      more,
      ko,
    );
    for (const words of [
      '아침 브리핑 · 2025년 3월 10일',
      '새 기사 2건 · 바뀐 기사 1건 · “boats”에 관한 것 · 늦음: 07:30에 올릴 차례였습니다',
      '첫 글이라 최신 기사를 보여 줍니다.',
      '새 기사 River states argue over the dam',
      '발언: ',
      '2번 보도됨',
      '1개 더',
      '더 이상 없는 피드: The Old Post.',
      '[최신 기사 브리핑] [기사]',
    ])
      expect(parent).toContain(words);
    for (const words of ['새로운 소식', '같은 소식을 전한 곳', '[더 보기] [발언] [입장]'])
      expect(thread).toContain(words);
    for (const words of ['추가된 문장 1개', '빠진 문장 1개', '바뀜 · ']) expect(changes).toContain(words);
    expect(changes).toContain('Boats came back on Monday.');
    expect(said([], {}, ko)[0]).toContain('새로운 것이 없습니다.');
  });
});

describe('the thread', () => {
  test('contains the brief', () => {
    const [, thread = ''] = said([{ entry: river }]);
    expect(thread).toContain('What’s new');
    expect(thread).toContain('They say');
  });

  test('shows what was added and withdrawn', () => {
    const [parent, thread] = said([changed({ entry: harbour, without: 0 })]);
    expect(parent).toContain('1 updated');
    expect(thread).toContain('Added: 1 sentence\nBoats came back on Monday. · ¶1');
    expect(thread).toContain('Withdrawn: 1 sentence\nIt was closed.');
  });
});
