import { expect, test } from 'vitest';
import { agreementOf, showAgreement } from '../../eval/agreement.ts';

const table = (...rows: string[]) => ['article\tforward\tnew\tpoints', ...rows].join('\n');

test('compares two readers by article, whatever the order of the rows, and corrects for chance', () => {
  const first = table('a\tyes\tgood\t2/2', 'b\tno\twrong\t1/2', 'c\tyes\tgood\t0/0', 'd\tno\tgood\t3/3');
  const second = table('d\tyes\tgood\t2/3', 'c\tyes\tgood\t0/0', 'b\tno\twrong\t0/2', 'a\tyes\tgood\t2/2');

  const [forward, whatsNew, points] = agreementOf(first, second);

  expect(forward).toEqual({ question: 'forward', articles: 4, same: 3, kappa: 0.5 });
  expect(whatsNew).toMatchObject({ same: 4, kappa: 1 });
  expect(points).toMatchObject({ articles: 3, same: 2 });
});

test('gives no kappa if chance alone would agree', () => {
  expect(agreementOf(table('a\tyes\tgood\t1/1'), table('a\tyes\tgood\t1/1'))[0]?.kappa).toBeUndefined();
});

test('leaves out an article that one reader did not judge', () => {
  expect(agreementOf(table('a\tyes\tgood\t1/1'), table('b\tyes\tgood\t1/1'))[0]?.articles).toBe(0);
});

test('shows each question on a line', () => {
  const shown = showAgreement(agreementOf(table('a\tyes\tgood\t1/1'), table('a\tno\tgood\t1/1')));
  expect(shown.split('\n').slice(0, 2)).toEqual([
    'question              same           kappa',
    'forward               0/1     0 %    0.00',
  ]);
});
