import { describe, expect, test } from 'vitest';
import { quoteWithLeadIn, statementText } from '#replies/statement';
import { readTestUpload } from '../support/dispatcher.ts';

/** The line under a quotation among others of its speaker; undefined where only the paragraph is named. */
async function leadInOf(text: string): Promise<string | undefined> {
  const { article, briefing } = await readTestUpload({
    name: 'story.txt',
    content: `The dam is closed\n\n${FILL}\n\n${text}`,
  });
  const [one] = briefing.quotes;
  expect(one).toBeDefined();
  return one && quoteWithLeadIn(article, one).leadIn?.join('');
}

const FILL = 'Ada Moe, the harbour minister, met engineers at the gate on Monday, and the water rose all the while.';

describe('the sentence around a quotation is left out where it only says that they say it', () => {
  const cases: [text: string, leadIn: string | undefined][] = [
    ['“We will close the gate,” Moe said.', undefined],
    ['“We will close the gate,” she said.', undefined],
    ['“We will close the gate,” said Ada Moe.', undefined],
    ['“We will close the gate,” the harbour minister added. “It is late.”', undefined],
    ['Ada Moe: “We will close the gate.”', undefined],
    ['“We will close the gate,” Moe told reporters.', '“…” Moe told reporters.'],
    ['“We will close the gate,” Moe said on Friday.', '“…” Moe said on Friday.'],
    ['Asked about the flood, Moe said: “We will close the gate.”', 'Asked about the flood, Moe said: “…”'],
    ['“We will close the gate,” Moe joked.', '“…” Moe joked.'],
    ['“We will close the gate,” Moe warned. “It is late.”', '“…” Moe warned. “…”'],
    [
      '“We will close the gate,” said Moe, who had not slept for two days.',
      '“…” said Moe, who had not slept for two days.',
    ],
    ['“We will close the gate,” it says on the door.', '“…” it says on the door.'],
    ['Moe said the gate was “rotten to the core.”', 'Moe said the gate was “…”'],
  ];
  test.each(cases)('%s', async (text, leadIn) => expect(await leadInOf(text)).toBe(leadIn));
});

describe('what somebody said in one line shows the verb where the words alone would say something else', () => {
  const cases: [text: string, line: string][] = [
    ['Moe dismissed reports of a delay.', 'dismissed reports of a delay'],
    ['Moe called for new gates before the winter.', 'called for new gates before the winter'],
    ['Moe condemned the raid on the gates.', 'the raid on the gates'],
    ['Moe declined to comment on the gates.', 'declined to comment on the gates'],
    ['Moe described the gate as “rotten to the core.”', 'described the gate as “rotten to the core.”'],
    ['Moe said the gate would be closed.', 'the gate would be closed'],
    ['Moe confirmed that the gate was closed.', 'the gate was closed'],
    ['The gate would be closed, Moe warned.', 'The gate would be closed'],
    ['“We will close the gate,” Moe warned.', '“We will close the gate”'],
  ];
  test.each(cases)('%s', async (text, line) => {
    const { article, briefing } = await readTestUpload({
      name: 'story.txt',
      content: `The dam is closed\n\n${FILL}\n\n${text}`,
    });
    const one = briefing.attributions.at(-1);
    expect(one && statementText(article, one)).toBe(line);
  });
});
