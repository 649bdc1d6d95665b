import { expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import { differentWordings } from '#replies/schedule/wordings';
import { makeEntry } from '../../support/briefing.ts';
import { textOf } from '../../support/dispatcher.ts';

const statementBy = (publisher: string, words: string, name = 'Ann Lee', next: readonly string[] = []) =>
  makeEntry({
    publisher,
    paragraphs: [`“${words},” ${name} said. ${next.map((more) => `“${more}.”`).join(' ')}`],
    speakers: [{ id: 's1', name, aliases: [], type: 'person' }],
    said: [{ speaker: 's1', kind: 'direct', words: [words, ...next] }],
  });

const LEAD = statementBy('The Harbour Post', 'We will not raise any taxes this year');
const shown = (...others: Parameters<typeof differentWordings>[1]): string =>
  textOf({ visibility: 'channel', blocks: differentWordings(LEAD, others, inEnglish) });

test('shows a quotation that two articles word differently in both versions', () => {
  const text = shown(statementBy('The Town Crier', 'We won’t be raising any taxes this year', 'Mayor Ann Lee'));
  expect(text).toContain('In two wordings');
  expect(text).toContain(
    'Ann Lee | “We will not raise any taxes this year” — The Harbour Post | “We won’t be raising any taxes this year” — The Town Crier',
  );
});

test('compares the parts of a quotation, and verbs in all forms', () => {
  const lead = statementBy('The Harbour Post', 'We will not send another ship out in such a storm', 'Ann Lee', [
    'The crew did everything right and has our thanks',
  ]);
  const other = statementBy('The Town Crier', 'We won’t be sending another ship out in a storm like this');
  const text = textOf({ visibility: 'channel', blocks: differentWordings(lead, [other], inEnglish) });
  expect(text).toContain(
    'Ann Lee | “We will not send another ship out in such a storm” — The Harbour Post | “We won’t be sending another ship out in a storm like this” — The Town Crier',
  );
});

test.each([
  ['the same words', statementBy('The Town Crier', 'We will not raise any taxes this year')],
  ['a part of them', statementBy('The Town Crier', 'raise any taxes this year')],
  ['other words', statementBy('The Town Crier', 'The bridge is going to open in the spring')],
  ['the words of another speaker', statementBy('The Town Crier', 'We won’t be raising any taxes this year', 'Bo Dahl')],
])('%s are not', (_, other) => expect(shown(other)).toBe(''));
