import { describe, expect, test } from 'vitest';
import type { CatalogEntry } from '#core/catalog';
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

/** A morning’s messages as text: the one in the channel, then its thread. */
function said(
  articles: readonly NewArticle[],
  more: Partial<Parameters<typeof scheduledPost>[0]> = {},
): readonly string[] {
  const { parent, thread } = scheduledPost({ day: '2025-03-10', articles, length: 'short', first: false, ...more });
  return [parent, ...thread].map(textOf);
}

describe('the message in the channel', () => {
  test('has a line for each article, and a button for the newest', () => {
    const [parent] = said([{ entry: river }, { entry: harbour }]);
    expect(parent).toContain('2 new');
    expect(parent).toContain('NEW Harbour reopens — Boats came back on Monday.');
    expect(parent).toMatch(/speaks: .+ \+\d/);
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

describe('the thread', () => {
  test('holds the brief', () => {
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
