import { describe, expect, it } from 'vitest';
import { type Care, cutsFor } from '../../../src/briefing/summary/cuts/shorten.ts';
import { countWords } from '../../../src/briefing/words/clauses.ts';

/** A sentence shortened to `limit` words, its cuts as “…”; undefined if that is impossible. */
function shortened(text: string, limit: number, how?: Care): string | undefined {
  const quoted = Array.from(text.matchAll(/“[^”]*”/g), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const cuts = cutsFor({ span: { start: 0, end: text.length }, text, quoted, statements: [] }, limit, how);
  if (!cuts) return undefined;
  let shown = '';
  let at = 0;
  for (const { start, end } of cuts) {
    shown += `${text.slice(at, start)} … `;
    at = end;
  }
  return (shown + text.slice(at)).replace(/\s+/g, ' ').trim();
}

describe('a long sentence is cut at clause borders', () => {
  it.each<[why: string, text: string, shown: string]>([
    [
      'a clause that begins with “which”',
      'The harbour board opened the north gate on Friday, which had been shut since the flood tore away its hinges and the crane beside it.',
      'The harbour board opened the north gate on Friday …',
    ],
    [
      'a clause between subject and verb',
      'The harbour board, which runs four gates and the old crane by the mouth, opened the north gate to all boats on Friday.',
      'The harbour board … opened the north gate to all boats on Friday.',
    ],
    [
      'an apposition',
      'Ana Berg, the longest serving member of the harbour board and its treasurer, resigned on Friday after the vote on the gate.',
      'Ana Berg … resigned on Friday after the vote on the gate.',
    ],
    [
      'a participle at the end',
      'The court quashed the order to close the gate, ending a quarrel of the towns upriver that began in May with a letter.',
      'The court quashed the order to close the gate …',
    ],
    [
      'a clause between dashes',
      'The board opened two of its gates — the northern one and the one beside the old crane by the mouth — to boats on Friday.',
      'The board opened two of its gates … to boats on Friday.',
    ],
    [
      'a scene that is set first',
      'In a long ruling before a full and silent hall in the old town on Friday, the court quashed the order to close the gate.',
      '… the court quashed the order to close the gate.',
    ],
  ])('%s', (_, text, shown) => {
    expect(shortened(text, 16)).toBe(shown);
  });

  it.each<[why: string, text: string]>([
    [
      'the rest after a scene with a verb of its own',
      'During the meeting of the board on Friday, where long speeches were made about the old gate, the plan for a new one was adopted.',
    ],
    [
      'the rest after a clause that begins with “after”',
      'After seeing their boats put to sea in the early light, where the water is calm and the wind is low, one crew sank by the gate.',
    ],
    [
      'a negation',
      'The board will open the gate on Friday, which does not mean that any boats may pass it before the spring.',
    ],
    [
      'a condition',
      'The board will open the gate to all the boats on Friday, if the flood has gone down to the mark by then.',
    ],
    [
      'a contrast',
      'The board has opened the gate to all the boats of the town, but the court will hear a complaint about it.',
    ],
    [
      'a list',
      'The board opened the north gate, the south gate, the old crane and the yard beside it to boats on Friday.',
    ],
    [
      'the end of a list and the verb of its clause',
      'It was said that the harbours of Alder, Oster, Old Mouth, and Birk have been closed since the flood of Friday.',
    ],
    [
      'a part of a clause that goes on behind a comma',
      'Ana Berg, who won back the gate, rebuilt its towers, and was voted out by the towns upriver in May, has died there.',
    ],
    [
      'a part of a list behind a colon',
      'The board named three gates for the works of this year: the north gate by the crane; the old gate; and the mill.',
    ],
    [
      'words in quotation marks',
      'The board said “the gate is open, which is a great relief to all of us, and will stay so for good”.',
    ],
    [
      'the verb of the sentence',
      'A man who came to the gate with his two sons, his wife, her mother and a dog in the night was let in.',
    ],
  ])('but never: %s', (_, text) => {
    expect(shortened(text, 12)).toBeUndefined();
  });

  it('keeps a clause that says what the headline says', () => {
    const text =
      'The funeral of the fisherman Per Holm took place on Friday, with the mayor of Oster blaming the board for the loss of the boat.';
    const sentence = { span: { start: 0, end: text.length }, text, quoted: [], statements: [] };
    expect(cutsFor(sentence, 16)).toHaveLength(1);
    expect(cutsFor({ ...sentence, keeps: 'Mayor of Oster blames board' }, 16)).toBeUndefined();
  });

  it('leaves a short one unchanged', () => {
    expect(shortened('The board opened the gate, which had been shut.', 12)).toBe(
      'The board opened the gate, which had been shut.',
    );
  });

  it('never ends with a word that requires another', () => {
    const text =
      'With four boats lost on the reef in a month, the port doctors have urged the crews to stay calm and said again that the fever is not as catching as the pox and does not spread to those who sleep on land at night';
    expect(shortened(text, 32, 'last resort') ?? '').not.toMatch(/\b(?:is|not|does|to|the) …/);
  });

  it('cuts the end of a far too long one only as a last resort', () => {
    const text =
      'The union is adding its voice to the calls for an inquiry into the claims about the gate that were made by traders to two reporters who had come to the town as buyers of fish and of old rope';
    expect(shortened(text, 25)).toBeUndefined();
    const cut = shortened(text, 25, 'last resort') ?? '';
    expect(cut).toMatch(/^The union is adding .* …$/);
    expect(countWords(cut)).toBeLessThanOrEqual(25);
  });
});
