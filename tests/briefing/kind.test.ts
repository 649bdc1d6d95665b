import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/briefing/kind.ts';
import { pairMarks } from '../../src/briefing/quotes/marks.ts';
import { story } from './summary/support.ts';

const FACT = 'The board opened the gate on Friday and the boats came back.';

describe('the kind of article is recognised by its form', () => {
  it.each<[kind: string | undefined, title: string, paragraphs: string[]]>([
    [undefined, 'Gate opens', [FACT, 'Ana Berg said: “I am glad, and my sons are glad. I will sail. I said I would.”']],
    ['opinion', 'Opinion: Open the gate', [FACT]],
    [
      'opinion',
      'Open the gate',
      ['I grew up by the gate.', 'I have seen it shut.', 'My father built it, and I paint it.', FACT],
    ],
    [
      undefined,
      'Gate opens',
      [FACT, '“Glad ako,” Ana Berg said.', '(I am glad. My sons are glad. I will sail, I said, and my boat is ready.)'],
    ],
    ['live', 'Flood: live updates', [FACT]],
    ['live', 'Flood in the harbour', [`07:15 ${FACT}`, `08:20 ${FACT}`, `9.05 am ${FACT}`, `10:40 ${FACT}`]],
    ['release', 'Board opens gate', ['FOR IMMEDIATE RELEASE', FACT]],
    ['interview', 'Interview with Ana Berg', ['Why now?', 'Because the water fell.', FACT]],
    [
      'interview',
      'Ana Berg',
      ['Why a gate?', 'A: It was cheap.', 'Why now?', 'A: It was late.', 'Who paid?', 'A: We did.'],
    ],
  ])('%s: %s', (kind, title, paragraphs) => {
    const { reading } = story(title, ...paragraphs);
    expect(kindOf(reading, pairMarks(reading))).toBe(kind);
  });
});
