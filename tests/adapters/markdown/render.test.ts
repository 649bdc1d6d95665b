import { describe, expect, test } from 'vitest';
import { render } from '#adapters/markdown/render';
import type { Block } from '#core/reply';
import { brief } from '#replies';
import { river } from '../../support/river.ts';

const draw = (...blocks: readonly Block[]): string => render({ visibility: 'asker', blocks }, () => '/quotes');
const paragraph = (text: string): Block => ({ type: 'paragraph', text: [text] });

describe('the text of an article is never markup', () => {
  const cases: [text: string, markdown: string][] = [
    ['**bold** and _thin_', '\\*\\*bold\\*\\* and \\_thin\\_'],
    ['[free](https://evil.example)', '\\[free\\](https\\://evil.example)'],
    ['www.evil.example', 'www\\.evil.example'],
    ['<img src=x>', '\\<img src\\=x\\>'],
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['+ no item', '\\+ no item'],
    ['1. no item', '1\\. no item'],
    ['2024) no item', '2024\\) no item'],
    ['a | b', 'a \\| b'],
    ['&amp;', '\\&amp;'],
    ['line\n# one', 'line \\# one'],
    ['back\\slash', 'back\\\\slash'],
    ['well-known 1.5 (so)', 'well-known 1.5 (so)'],
    ['a\u202eb\u001b[31mc', 'abc'],
  ];
  test.each(cases)('%s', (text, markdown) => expect(draw(paragraph(text))).toBe(`${markdown}\n`));
});

test('a URL stays inside its parentheses, and only web addresses are links', () => {
  const link = (href: string) => draw({ type: 'paragraph', text: [{ text: 'here', href }] });
  expect(link('https://a.example/b_(c)?d=%20e')).toBe('[here](https://a.example/b%5F%28c%29?d=%20e)\n');
  expect(link('https://a.example/) [x](https://evil.example')).toBe(
    '[here](https://a.example/%29%20%5Bx%5D%28https://evil.example)\n',
  );
  expect(link('javascript:alert(1)')).toBe('here\n');
});

test('code may contain backticks, and a cell bars', () => {
  const code = (text: string): Block => ({ type: 'paragraph', text: [{ text, style: 'code' }] });
  expect(draw(code('a `b` c'))).toBe('``a `b` c``\n');
  expect(draw({ type: 'table', columns: ['x'], rows: [[[{ text: 'a|b', style: 'code' }]]] })).toContain('| `a\\|b` |');
});

test('a whole briefing', () => {
  expect(render(brief(river.briefing), () => '/quotes')).toMatchInlineSnapshot(`
    "# River states argue over the dam

    [The Delta Courier](https://courier.example/news/river-dam?a=1) · A. Writer · 4 March 2025, 09:05 UTC+5:30 · 1 min read

    ## What’s new

    Upland will close the gates of its dam in May, its energy minister said on Tuesday, and Lowland called that theft.

    ## Key points

    - Lowland’s premier, Mara Lind, said the step was “a slow drought by decree” and asked for talks.

    ## They say

    > “We fill the lake when the snow melts, as every year”
    >
    > — **José Álvarez-Peña**, energy minister · Upland · [¶2](https://courier.example/news/river-dam?a=1#:~:text=We%20fill%20the%20lake%20when%20the%20snow%20melts%2C%20as%20every%20year%2C)

    > “No village of ours will go thirsty” … “We will count every drop.”
    >
    > — **Mara Lind**, premier · Lowland · [¶4](https://courier.example/news/river-dam?a=1#:~:text=No%20village%20of%20ours%20will%20go%20thirsty%2C&text=We%20will%20count%20every%20drop.)

    - Read more: \`/quotes\`
    - Quotes: \`/quotes\`
    - Positions: \`/quotes\`
    "
  `);
});
