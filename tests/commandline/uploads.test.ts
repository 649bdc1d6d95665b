import { describe, expect, test } from 'vitest';
import { makeUploads } from '#commandline/uploads';
import { catalogOf, makeEntry } from '../support/briefing.ts';

const text = (words: string) => makeEntry({ id: 'file', title: 'Message to the valley', paragraphs: [words] });
const empty = catalogOf([]);

test('a text is found by its id, from the place of its upload', () => {
  const tray = makeUploads();
  const id = tray.keep(text('Rain at last.'), 'here');
  expect(id).toMatch(/^msg-[0-9a-z]{7}$/);
  expect(tray.overlay(empty, 'here').find(id)).toMatchObject({ article: { id }, briefing: { article: { id } } });
  expect(tray.overlay(empty, 'there').find(id)).toBeUndefined();
  expect(tray.overlay(empty, 'here').entries()).toEqual([]);
});

test('the same text in the same place is stored once, and counts as recent', () => {
  const tray = makeUploads({ texts: 2, characters: 1_000 });
  const first = tray.keep(text('One.'), 'here');
  const second = tray.keep(text('Two.'), 'here');
  expect(tray.keep(text('One.'), 'here')).toBe(first);
  tray.keep(text('Three.'), 'here');
  expect(tray.overlay(empty, 'here').find(first)).toBeDefined();
  expect(tray.overlay(empty, 'here').find(second)).toBeUndefined();
});

describe('the oldest is removed', () => {
  test.each([
    ['when there are too many', { texts: 2, characters: 1_000 }],
    ['when they are too long together', { texts: 10, characters: 10 }],
  ])('%s', (_, capacity) => {
    const tray = makeUploads(capacity);
    const ids = ['One.', 'Two.', 'Four.'].map((words) => tray.keep(text(words), 'here'));
    expect(ids.map((id) => tray.overlay(empty, 'here').find(id) !== undefined)).toEqual([false, true, true]);
  });

  test('but not the last one, however long', () => {
    const tray = makeUploads({ texts: 10, characters: 10 });
    const id = tray.keep(text('Longer than all that is kept.'), 'here');
    expect(tray.overlay(empty, 'here').find(id)).toBeDefined();
  });
});

test('an article with a similar title is not returned for a removed text', () => {
  const catalog = catalogOf([text('Rain.')]);
  const listening = { ...catalog, find: () => catalog.entries()[0] };
  expect(makeUploads().overlay(listening, 'here').find('msg-0000000')).toBeUndefined();
  expect(makeUploads().overlay(listening, 'here').find('msg')).toBeDefined();
});

test('an article with such a name is still found', () => {
  const named = makeEntry({ id: 'msg-history', paragraphs: ['Rain.'] });
  expect(
    makeUploads()
      .overlay(catalogOf([named]), 'here')
      .find('msg-history'),
  ).toBe(named);
});
