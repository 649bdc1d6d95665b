import { styleText } from 'node:util';
import type { Finding } from '#core/platform';

/** What was found, a mark before each, with the fix and whatever is to be copied under it. */
export const drawFindings = (title: string, findings: readonly Finding[]): string =>
  [styleText('bold', title), ...findings.flatMap(drawFinding), ''].join('\n');

function drawFinding({ ok, what, fix, show }: Finding): readonly string[] {
  const mark = ok ? styleText('green', '✓') : styleText('yellow', '•');
  return [
    `  ${mark} ${what}`,
    ...(fix === undefined ? [] : [`    ${fix}`]),
    // At the margin, so that it can be copied as it stands.
    ...(show === undefined ? [] : ['', show, '']),
  ];
}
