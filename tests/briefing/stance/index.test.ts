import { describe, expect, it } from 'vitest';
import { stanceOf } from '#briefing/stance/index';
import type { Utterance } from '#briefing/stance/utterance';
import { type AttributionKind, STANCES, type Stance } from '#core/attribution';
import fc, { anyText } from '../../support/property.ts';

const say = (cue: string, content: string, more: Partial<Utterance> = {}) =>
  stanceOf({ cue, content, sentence: '', kind: 'indirect', source: 'she', ...more });

describe('the verb decides', () => {
  it.each<[cue: string, content: string, stance: Stance]>([
    ['confirmed', 'that talks had taken place', 'confirms'],
    ['acknowledged', 'that the figures were late', 'confirms'],
    ['denied', 'that the ship was theirs', 'denies'],
    ['dismissed', 'the reports', 'denies'],
    ['praised', 'the nurses', 'supports'],
    ['rejected', 'the offer', 'opposes'],
    ['voted against', 'the bill', 'opposes'],
    ['denounced', 'the raid', 'condemns'],
    ['lashed out at', 'the board', 'condemns'],
    ['called', 'for an inquiry', 'demands'],
    ['called on', 'the parties to return', 'demands'],
    ['urged', 'the mayor to act', 'demands'],
    ['warned', 'that the dam would not hold', 'warns'],
    ['expressed concern', 'about the prices', 'warns'],
    ['vowed', 'to oppose the merger', 'pledges'],
    ['has promised', 'to rebuild', 'pledges'],
    ['is weighing', 'a ban on exports', 'considers'],
    ['considers', 'the number of lost ships to be a state secret', 'states'],
    ['is considering', 'a law to be passed in May', 'considers'],
    ['will say', 'that the harbour has two gates', 'states'],
    ['will urge', 'the mayor to act', 'demands'],
    ['predicts', 'a poor harvest', 'predicts'],
    ['declined', 'to comment', 'declines'],
    ['did not respond to', 'a request for comment', 'declines'],
    ['mulls', 'more aid', 'considers'],
    ['rejected', 'accusations of profiteering', 'denies'],
    ['expressed', 'its deep gratitude', 'supports'],
    ['voiced', 'strong opposition to the port', 'opposes'],
    ['said in response to a question', 'that the train left', 'states'],
    ['alleged', 'gangsters at the dump beat him', 'states'],
    ['alleged', 'the board had lied', 'condemns'],
    ['told', 'the barriers were likely to be in the way', 'predicts'],
    ['were even threatened', 'with the loss of their posts', 'states'],
    ['was ordered', 'to wait at home', 'states'],
    ['are accused of', 'taking the money', 'states'],
    ['is opposed to', 'the new wall', 'opposes'],
    ['has dismissed', 'the bill to raise the wall as a stunt', 'opposes'],
    ['asked', 'about the repairs of the wall', 'states'],
    ['asked', 'whether the wall would hold', 'states'],
    ['insisted', 'the target is a floor', 'states'],
    ['insisted', 'the target was never met', 'denies'],
    ['does not want', 'to make comments on it', 'declines'],
  ])('%s %s: %s', (cue, content, stance) => {
    expect(say(cue, content).stance).toBe(stance);
  });
});

describe('a negation reverses the verb', () => {
  it.each<[cue: string, content: string, sentence: string, stance: Stance]>([
    ['did not confirm', 'the arrest', '', 'declines'],
    ['confirm', 'the arrest', 'Police did not confirm the arrest.', 'declines'],
    ['confirm', 'the arrest', 'Police refused to confirm the arrest.', 'declines'],
    ['does not support', 'the plan', '', 'opposes'],
    ['support', 'the plan', 'She doesn’t support the plan.', 'opposes'],
    ['never denied', 'the meeting', '', 'confirms'],
    ['has not ruled out', 'an early election', '', 'considers'],
    ['ruled out', 'foul play', '', 'denies'],
  ])('%s %s (%s): %s', (cue, content, sentence, stance) => {
    expect(say(cue, content, { sentence }).stance).toBe(stance);
  });

  it('sees a negated subject', () => {
    expect(say('confirmed', 'the arrest', { source: 'Neither agency' }).stance).toBe('declines');
  });
});

describe('the content decides if the verb is neutral', () => {
  it.each<[kind: AttributionKind, content: string, stance: Stance]>([
    ['indirect', 'he does not “feel the need to comment on such rumors”', 'declines'],
    ['direct', 'I have nothing to add and will not discuss it.', 'declines'],
    ['indirect', 'it was too early to say', 'declines'],
    ['direct', 'We may consider sending more ships.', 'considers'],
    ['indirect', 'no decision had been taken', 'considers'],
    ['direct', 'The report is baseless.', 'denies'],
    ['direct', 'There is no list.', 'denies'],
    ['direct', 'We reject this plan.', 'opposes'],
    ['indirect', 'she opposed the plan', 'opposes'],
    ['direct', 'We will not sign it.', 'opposes'],
    ['direct', 'We do not support this plan.', 'opposes'],
    ['direct', 'We never opposed the plan.', 'supports'],
    ['indirect', 'it did not support the bill', 'opposes'],
    ['direct', 'I condemn this attack.', 'condemns'],
    ['direct', 'This is a shocking and cruel act.', 'condemns'],
    ['direct', 'The two sides must return to talks.', 'demands'],
    ['direct', 'Build the wall or buy us out.', 'demands'],
    ['direct', 'We will rebuild every house.', 'pledges'],
    ['indirect', 'she would publish the letters', 'pledges'],
    ['direct', 'She is a brilliant and courageous negotiator.', 'supports'],
    ['direct', 'This could lead to unrest.', 'warns'],
    ['indirect', 'without the line freight costs will rise', 'warns'],
    ['indirect', 'the price will fall by a third', 'predicts'],
    ['direct', 'I lost my head.', 'confirms'],
    ['indirect', 'it might move the entrance', 'considers'],
    ['direct', 'Will there be a film?', 'states'],
    [
      'direct',
      'Why should the minister of the harbour choose the judges, the clerks, the wardens of the dock and the pilots?',
      'states',
    ],
    ['direct', 'He could not start the work as he had died.', 'predicts'],
    ['indirect', 'the name has never been more fitting', 'states'],
    ['direct', 'I cannot remember the details.', 'states'],
    ['indirect', 'she could not offer an official response', 'declines'],
    ['direct', 'I do not think about it.', 'states'],
    ['direct', 'It doesn’t make any sense.', 'condemns'],
    ['direct', 'My country does not, and never will, accept this border.', 'opposes'],
    ['indirect', 'the train left at noon', 'states'],
  ])('%s: %s: %s', (kind, content, stance) => {
    expect(say('said', content, { kind }).stance).toBe(stance);
  });

  it('sees no demand in “was asked”', () => {
    expect(say('said', 'she was asked to leave').stance).toBe('states');
  });

  it('takes “told X to do something” as a demand', () => {
    expect(say('told', 'his advisers to find a way').stance).toBe('demands');
  });

  it('treats the result of a poll as a fact', () => {
    expect(say('shows', 'that voters find the plan unfair').stance).toBe('states');
  });
});

describe('any strings', () => {
  it('always gives one of the twelve stances, deterministically', () => {
    const words = anyText({ maxLength: 80 });
    fc.assert(
      fc.property(words, words, words, words, (cue, content, sentence, source) => {
        const utterance: Utterance = { cue, content, sentence, source, kind: 'mixed' };
        const first = stanceOf(utterance);
        expect(STANCES).toContain(first.stance);
        expect(stanceOf(utterance)).toEqual(first);
      }),
    );
  });

  it.each(['a', '“', 'not ', 'if if ', "n't"])('reads a megabyte of %j', (part) => {
    expect(STANCES).toContain(say('said', part.repeat(1_000_000 / part.length)).stance);
  });
});
