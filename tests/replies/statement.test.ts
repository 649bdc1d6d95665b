import { describe, expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import { quoteOfSpeaker, quoteWithByline, showsCue, statementText } from '#replies/statement';
import { readTestUpload, textOf } from '../support/dispatcher.ts';

async function storyOf(text: string) {
  const { article, briefing } = await readTestUpload({
    name: 'story.txt',
    content: `The dam is closed\n\n${FILL}\n\n${text}`,
  });
  return { article, briefing };
}

/** The line below a quotation among others of its speaker; undefined if it names only the paragraph. */
async function circumstanceOf(text: string): Promise<string | undefined> {
  const { article, briefing } = await storyOf(text);
  const block = briefing.quotes[0] && quoteOfSpeaker(article, briefing.quotes[0], inEnglish);
  return block?.type === 'quote' ? block.leadIn?.join('') : undefined;
}

const FILL = 'Ada Moe, the harbour minister, met engineers at the gate on Monday, and the water rose all the while.';

describe('below a whole quotation, shows when and where it was said, without gaps', () => {
  const cases: [text: string, circumstance: string | undefined][] = [
    ['“We will close the gate,” Moe said.', undefined],
    ['“We will close the gate,” said Ada Moe.', undefined],
    ['“We will close the gate,” the harbour minister added. “It is late.”', undefined],
    ['Ada Moe: “We will close the gate.”', undefined],
    ['“We will close the gate,” Moe said on leaving the hall.', 'on leaving the hall'],
    ['“We will close the gate,” Moe said when engineers asked. “It is late.”', 'when engineers asked'],
    ['“We will close the gate,” Moe said in an e-mail.', undefined],
    ['“We will close the gate,” said an engineer who asked not to be named because he feared for his job.', undefined],
    ['“We will close the gate,” Moe joked.', undefined],
    ['Moe said on leaving the hall that “the gate is rotten to its core.”', 'on leaving the hall'],
  ];
  test.each(cases)('%s', async (text, circumstance) => expect(await circumstanceOf(text)).toBe(circumstance));
});

describe('shows a fragment in its sentence, with what changes its meaning', () => {
  const cases: [text: string, shown: string][] = [
    ['Moe said the gate was “rotten to the core.”', 'Moe said the gate was “rotten to the core.”'],
    ['Moe said she does not “feel the need to close it”.', 'Moe said she does not “feel the need to close it”.'],
    [
      'Moe denied that the gate was “rotten to the core” on Friday.',
      'Moe denied that the gate was “rotten to the core” on Friday.',
    ],
  ];
  test.each(cases)('%s', async (text, shown) => {
    const { article, briefing } = await storyOf(text);
    const [quote] = briefing.quotes;
    const block = quote && quoteWithByline(article, quote);
    expect(block?.type).toBe('paragraph');
    expect(textOf({ visibility: 'asker', blocks: block ? [block] : [] })).toContain(`${shown} — `);
    const strong = block?.type === 'paragraph' ? block.text.filter((piece) => typeof piece === 'object') : [];
    expect(strong[0]).toMatchObject({ style: 'strong', text: expect.stringMatching(/^“.*”$/) });
  });
});

describe('shows the verb of a statement if its text alone would be misleading', () => {
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
    const attribution = briefing.attributions.at(-1);
    expect(attribution && statementText(article, attribution)).toBe(line);
    const [first] = attribution?.content ?? [];
    expect(attribution && first && showsCue(article, attribution, first)).toBe(
      /^(?:dismissed|called|declined|described) /.test(line),
    );
  });
});
