import { styleText } from 'node:util';
import type { Diagnostic } from '#core/platform';

/** The findings, each with a mark before it, and the fix and any text to copy under it. */
export const formatDiagnostics = (title: string, findings: readonly Diagnostic[]): string =>
  [styleText('bold', title), ...findings.flatMap(formatDiagnostic), ''].join('\n');

function formatDiagnostic({ ok, what, fix, show, warning }: Diagnostic): readonly string[] {
  const mark = warning ? styleText('yellow', '!') : ok ? styleText('green', '✓') : styleText('yellow', '•');
  return [
    `  ${mark} ${what}`,
    ...(fix === undefined ? [] : [`    ${fix}`]),
    // At the margin, so that it can be copied as it stands.
    ...(show === undefined ? [] : ['', show, '']),
  ];
}
