import { describe, expect, test } from 'vitest';
import { groupStories } from '#lookup/same-story';
import { CHAPTERS, KEPT_BACK, type Labelled, SHORT_MORNING, TO_LEARN_FROM } from './stories.ts';

/** BCubed F1 (Bagga and Baldwin 1998): for each article, how much of its group is right, and how much of its story is in it. */
function bcubed(items: readonly Labelled[]): number {
  const groups = groupStories(items.map(([, title, text]) => ({ title, text })));
  const groupOf = new Map(groups.flatMap((group) => group.map((at) => [at, group] as const)));
  const stories = Map.groupBy(items.keys(), (at) => items[at]?.[0]);
  let [precision, recall] = [0, 0];
  for (const [at, [story]] of items.entries()) {
    const [group = [], whole = []] = [groupOf.get(at), stories.get(story)];
    const right = group.filter((other) => items[other]?.[0] === story).length;
    precision += right / group.length / items.length;
    recall += right / whole.length / items.length;
  }
  return (2 * precision * recall) / (precision + recall);
}

describe('articles about the same story', () => {
  test('are grouped: in the set that determined the threshold', () => {
    expect(bcubed(TO_LEARN_FROM)).toBeGreaterThanOrEqual(0.84);
  });

  test('are grouped: in the held-out set', () => {
    expect(bcubed(KEPT_BACK)).toBeGreaterThanOrEqual(0.84);
  });

  test('are grouped on a short morning, on which every word is rare', () => {
    expect(groupStories(SHORT_MORNING.map(([, title, text]) => ({ title, text })))).toEqual([[0, 1], [2]]);
  });

  test('are not the next chapter of the story, days later', () => {
    const articles = CHAPTERS.map(([, title, text, publishedAt]) => ({ title, text, publishedAt }));
    expect(groupStories(articles)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('are grouped although one of them has no date', () => {
    const [[, title = '', text = '', publishedAt = 0] = [], [, other = '', told = ''] = []] = CHAPTERS;
    expect(
      groupStories([
        { title, text, publishedAt },
        { title: other, text: told },
      ]),
    ).toEqual([[0, 1]]);
  });

  test('are each found once, in order', () => {
    const groups = groupStories(KEPT_BACK.map(([, title, text]) => ({ title, text })));
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...KEPT_BACK.keys()]);
    expect(groups.map(([first]) => first)).toEqual(groups.map(([first]) => first).toSorted((a = 0, b = 0) => a - b));
  });

  test('may be none, one, or without words', () => {
    expect(groupStories([])).toEqual([]);
    expect(groupStories([{ title: '', text: '' }])).toEqual([[0]]);
    expect(
      groupStories([
        { title: '', text: '' },
        { title: '', text: '' },
      ]),
    ).toHaveLength(2);
  });
});
