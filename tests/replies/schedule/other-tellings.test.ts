import { expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import { otherReports } from '#replies/schedule/other-tellings';
import { makeEntry } from '../../support/briefing.ts';
import { textOf } from '../../support/dispatcher.ts';

const told = (publisher: string, name: string, words: string) =>
  makeEntry({
    publisher,
    paragraphs: [`“${words},” ${name} said.`],
    speakers: [{ id: 's1', name, aliases: [], type: 'person' }],
    said: [{ speaker: 's1', kind: 'direct', words: [words] }],
  });

const LEAD = told('The Harbour Post', 'Ann Lee', 'The crew did everything right');

const shown = (...others: Parameters<typeof otherReports>[1]): string =>
  textOf({
    visibility: 'channel',
    blocks: otherReports(LEAD, others, inEnglish).filter((block) => block !== undefined),
  });

test('a quotation from another article names its publisher', () => {
  const text = shown(told('The Town Crier', 'Otto Brandt', 'I heard a bang in my cabin'));
  expect(text).toMatch(/I heard a bang in my cabin[\s\S]*Otto Brandt · The Town Crier/u);
});

test('only speakers who are not quoted in the lead are quoted from other articles', () => {
  expect(shown(told('The Town Crier', 'Ann Lee', 'We thank the tugs'))).not.toContain('We thank the tugs');
});
