import { expect, test } from 'vitest';
import { type AntecedentQuery, antecedentOf } from '../../../src/briefing/coreference/antecedent.ts';
import type { Entity } from '../../../src/briefing/coreference/entity.ts';
import { type MentionEvent, MentionHistory } from '../../../src/briefing/coreference/mention-history.ts';

const person = (name: string): Entity =>
  ({
    name,
    type: 'person',
    words: name.toLowerCase().split(' '),
    gender: 'woman',
    mentionCount: 1,
    human: true,
  }) as Partial<Entity> as Entity;
const OKAFOR = person('Ada Okafor');
const MOE = person('Ida Moe');
const mention = (entity: Entity, token: number, more: Partial<MentionEvent> = {}): MentionEvent => ({
  ...{ entity, token, narrationIndex: 0, paragraph: 1, subject: false, possessive: false, quoted: false, spoke: false },
  ...more,
});
const recallOf = (...traces: readonly MentionEvent[]): MentionHistory => {
  const recall = new MentionHistory();
  for (const event of traces) recall.add(event);
  return recall;
};
const SHE: AntecedentQuery = {
  token: 9,
  narrationIndex: 1,
  paragraph: 2,
  gender: 'woman',
  quoted: false,
  fits: () => true,
};

test('a pronoun is not resolved between two women named alike', () => {
  expect(antecedentOf(recallOf(mention(OKAFOR, 1), mention(MOE, 3)), SHE)).toBeUndefined();
});

// Ada Okafor’s plan reached Ida Moe. She …
//                           -------  ^^^
test('a woman named only in a possessive ranks below one who is named', () => {
  expect(antecedentOf(recallOf(mention(OKAFOR, 1, { possessive: true }), mention(MOE, 3)), SHE)).toBe(MOE);
  expect(antecedentOf(recallOf(mention(OKAFOR, 1), mention(MOE, 3, { possessive: true })), SHE)).toBe(OKAFOR);
});

test('a subject ranks above a person who is only named', () => {
  expect(antecedentOf(recallOf(mention(OKAFOR, 1, { subject: true }), mention(MOE, 3)), SHE)).toBe(OKAFOR);
});
