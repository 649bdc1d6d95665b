import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/briefing/summary/index.ts';
import { type Story, shown, story } from './support.ts';

const TITLE = 'Harbour board opens the north gate';
const NEWS = 'The harbour board opened the north gate to all boats on Friday, two years after the flood.';
const MORE = 'The gate cost 40,000 crowns, and 12 boats passed it in the first hour of the morning.';
const REST = 'The Port Authority of Oster paid half of the cost of the gate from its own purse last year.';

const summaryOf = (of: Story) => summarise(of.reading, of.sentences, []);
const newsOf = (of: Story): string => shown(of, summaryOf(of).whatsNew);

describe('what is new', () => {
  it.each<[why: string, opening: string]>([
    ['a scene', 'Ana Berg loves the smell of tar and of old rope in her yard by the water.'],
    ['a truism', 'It is no secret that a harbour without a gate is in a bad way when the water comes.'],
    [
      'a person who came somewhere',
      'When Ana Berg arrived at the yard for a year of work, she found no light and no key.',
    ],
    ['an address to the reader', 'Imagine your boat behind a wall, and you without a key to it.'],
  ])('is not %s', (_, opening) => {
    expect(newsOf(story(TITLE, opening, NEWS, MORE, REST))).toBe(NEWS);
  });

  it('is the first sentence if that is news', () => {
    expect(newsOf(story(TITLE, NEWS, MORE, REST))).toBe(NEWS);
  });

  it('is the first sentence if that tells what happened, even if the next one has a figure and a day', () => {
    const opening = 'Ana Berg, the harbour master of Oster, has attended a meeting of fishers in the old net loft.';
    const next =
      'More than 300 fishers were expected at the meeting on Friday, which was due to last until the evening.';
    expect(newsOf(story('', opening, next, MORE, REST))).toBe(opening);
  });

  it.each<[why: string, opening: string]>([
    ['a demonstrative', 'Books were brought this day by the Harbour Ministry to all the schools of Oster Bay.'],
    ['a pronoun', 'Police have arrested 5 members of a gang they claim is behind the theft of the north gate.'],
    [
      '“the former”',
      'The former chairman of the harbour board said on Friday that its 2 founders had closed the gate.',
    ],
    [
      'a late pronoun',
      'After the storm, the last of which it will ever see, the old gate of Oster was taken down on Friday.',
    ],
  ])('is the first sentence with %s, as nothing is above it', (_, opening) => {
    expect(newsOf(story('', opening, MORE, REST))).toBe(opening);
  });

  it('is the first sentence about “His Majesty”', () => {
    const opening = 'His Majesty King Aksel opened the north gate of Oster for all boats on Friday morning.';
    expect(newsOf(story('', opening, MORE, REST))).toBe(opening);
  });

  it('is what happened rather than who a person of the headline is', () => {
    const opening =
      'One of the oldest harbour masters of Norland has left Oster for an island, after years in the old yard.';
    const person = 'Ana Maria Lund Berg, 68, is the harbour master of Oster, and wrote a book of tides.';
    expect(newsOf(story('Harbour master Ana Maria Lund Berg leaves for island', opening, person, MORE))).toBe(opening);
  });

  it.each<[why: string, title: string, opening: string, next: string]>([
    [
      'the first sentence that says what the headline says, even if the next has more figures',
      'Fishers are divided over the north gate after the flood',
      'Some fishers of Oster are splitting from the harbour board over the gate, above all those boatmen who lost their yards.',
      'Further limits followed after the flood of 12 May, in which the old gate of the harbour board broke on Friday.',
    ],
    [
      'a first sentence with “It turned out”',
      'Ana Berg annoyed by a question after the loss to Tom Lund',
      'It turned out to be a one-sided race as Tom Lund beat Ana Berg by 12 minutes in the bay of Oster on Monday.',
      'Meanwhile, Berg has the team race left to win a third medal after the loss to Lund in the bay of Oster.',
    ],
  ])('is %s', (_, title, opening, next) => {
    expect(newsOf(story(title, opening, next, MORE, REST))).toBe(opening);
  });

  it('is never cut behind “at a time”', () => {
    const news =
      'The harbour master of Oster will open the new quay on Friday, rolling out the welcome mat for crews from all over the north at a time when the harbour board is raising its fees for boats from 19 countries and has hardened its rules for all of their crews.';
    expect(newsOf(story('', news, MORE, REST))).not.toMatch(/at a time\s*…?$/);
  });

  it('is not a first sentence whose subject is missing', () => {
    expect(newsOf(story('', 'They have opened the north gate on Friday to all 12 boats of Oster.', NEWS, MORE))).toBe(
      NEWS,
    );
  });

  it('is not a headline among the sentences', () => {
    expect(newsOf(story('', 'Harbour Board Opens North Gate After Flood Of Two Years.', NEWS, MORE, REST))).toBe(NEWS);
  });

  it('keeps the number of deaths, even in a removable clause', () => {
    const news =
      'The harbour master of Oster, Ana Berg, told reporters on Friday that a wave had broken the north gate of the old port, killing 12 fishers and two pilots.';
    expect(newsOf(story('', news, MORE, REST))).toBe(news);
  });

  it('is never cut after the word that announces the content', () => {
    const news =
      'A day after his party had won the by-elections of the province, the chairman of the harbour party repeated his resolve in a long speech, saying that the way out of the quagmire was to hold free, fair and open elections in all harbours.';
    expect(newsOf(story('', news, MORE, REST))).not.toMatch(/saying\s*…?$/);
  });

  it('is not a teaser that the story repeats further down', () => {
    expect(newsOf(story('', MORE, NEWS, REST, MORE))).toBe(NEWS);
  });
});

describe('the outlook', () => {
  it.each<[part: 'notYetKnown' | 'next', sentence: string]>([
    ['notYetKnown', 'It was not immediately clear how many boats had been waiting behind the old wall.'],
    ['notYetKnown', 'The board has not said when the south gate will be mended or who will pay.'],
    ['next', 'The Oster court will rule on the complaint of the fishers on 5 May.'],
    ['next', 'The south gate is expected to open to boats next month.'],
  ])('has, as %s: %s', (part, sentence) => {
    const filler = Array.from(
      { length: 14 },
      (_, at) => `Boat ${at + 2} of the Oster fleet carried ${at + 20} crates of cod and rope past the gate.`,
    );
    const of = story(TITLE, NEWS, MORE, ...filler, REST, sentence);
    const { keyPoints, ...summary } = summaryOf(of);
    const isPoint = keyPoints.some((point) => shown(of, point) === sentence);
    expect(isPoint || shown(of, summary[part]) === sentence).toBe(true);
  });
});
