import { expect, it } from 'vitest';
import { chooseMentions } from '#briefing/coreference/sources/match-sources';
import { findMentions } from '#briefing/mentions/index';
import { tokenise } from '#briefing/mentions/tokens';
import { read } from './marked.ts';

const HEADLINE = 'Harbour Union approves force for Okafor Island';

it('takes no phrase that goes on into the words said for the source of a headline', () => {
  const { reading, sentences } = read(`# ${HEADLINE}\nThe Harbour Union met on Monday.`);
  const { tokens, mentions } = findMentions(tokenise(reading, sentences));
  const span = { start: 0, end: 'Harbour Union'.length };
  const [alone, saying] = chooseMentions(tokens, mentions, [
    { span, content: [] },
    { span, content: [{ start: HEADLINE.indexOf('force'), end: HEADLINE.length }] },
  ]);
  expect(mentions[alone ?? -1]?.core.end).toBeGreaterThan(HEADLINE.indexOf('force'));
  expect(saying).toBeUndefined();
});
