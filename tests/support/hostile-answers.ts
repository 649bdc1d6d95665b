import { expect } from 'vitest';
import { decodeToken } from '#chat/button-token';
import type { Drawable, MessageBudget } from '#chat/paginate/drawable';
import { paginate } from '#chat/paginate/paginate';
import { commands } from '#commands';
import type { Invocation } from '#core/commands/invocation';
import { type Block, quoteText, type Reply } from '#core/reply';
import { sanitize } from '#text/sanitize';

/** The drawables of each message of an answer. */
export function partsOf(
  answer: Reply,
  budget: MessageBudget,
  invocation: Invocation | undefined,
): readonly (readonly Drawable[])[] {
  const parts: (readonly Drawable[])[] = [];
  for (let part: number | undefined = 1; part !== undefined; ) {
    const drawables = paginate(answer, { commands, budget, invocation, part, extras: ['form', 'share'] });
    parts.push(drawables);
    const buttons = drawables.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
    const more = buttons.find(({ label }) => label.startsWith('More ('));
    part = more && decodeToken(more.token, commands)?.part;
  }
  return parts;
}

type Quote = Extract<Block, { type: 'quote' }>;

/** Long quotations that contain markup of a platform; the URL of every fiftieth is too long for any message. */
export const quotationsWith = (markup: readonly string[]): readonly Quote[] =>
  Array.from({ length: 1000 }, (_, at) => ({
    type: 'quote',
    text: [`${at}: ${markup[at % markup.length]} ${'said '.repeat(at % 90)}.`, `end of ${at}`],
    by: [{ text: 'N'.repeat(300), style: 'strong' }],
    evidence: { paragraph: at, href: `https://paper.example/${'a'.repeat(at % 50 === 0 ? 5000 : 20)}` },
  }));

/** Expects each quotation whole and in order in the text of all messages. */
export function expectInOrder(quotes: readonly Quote[], text: string): void {
  let from = 0;
  for (const quote of quotes) {
    const whole = quoteText(quote.text.map(sanitize));
    const at = text.indexOf(whole, from);
    expect(at).toBeGreaterThanOrEqual(from);
    from = at + whole.length;
  }
}
