import { styleText } from 'node:util';
import type { Diagnostic } from '#core/platform';

/** Formats findings, each with a status mark, followed by the fix and any text to copy. */
export const formatDiagnostics = (title: string, findings: readonly Diagnostic[]): string =>
  [styleText('bold', title), ...findings.flatMap(formatDiagnostic), ''].join('\n');

function formatDiagnostic({ ok, what, fix, show, warning }: Diagnostic): readonly string[] {
  const mark = warning ? styleText('yellow', '!') : ok ? styleText('green', '✓') : styleText('yellow', '•');
  return [
    `  ${mark} ${what}`,
    ...(fix === undefined ? [] : [`    ${fix}`]),
    // Not indented, so that it can be copied as it is.
    ...(show === undefined ? [] : ['', show, '']),
  ];
}
