import type { figuresOf } from './report.ts';

type Figures = ReturnType<typeof figuresOf>;

const COLUMNS: readonly (readonly [heading: string, of: (figures: Figures) => number | null | undefined])[] = [
  ['right', ({ speakers }) => speakers.right],
  ['wrong', ({ speakers }) => speakers.wrong],
  ['silent', ({ speakers }) => speakers.silent],
  ['quotes F1', ({ quotes }) => quotes.f1],
  ['scare', ({ quotes }) => quotes.scare_quotes_taken_for_speech],
  ['attrib. F1', ({ attributions }) => attributions?.f1],
  ['indirect', ({ attributions }) => attributions?.recall_by_kind.indirect],
  ['actor right', ({ attributions }) => attributions?.actor_right],
  ['actor wrong', ({ attributions }) => attributions?.actor_wrong],
  ['stance', ({ stance }) => stance?.accuracy],
];

/** One row per folder, in percent; a dash if a folder has no such labels. */
export function tableOf(folders: readonly (readonly [name: string, figures: Figures])[]): string {
  const width = Math.max(6, ...folders.map(([name]) => name.length));
  const line = (name: string, cells: readonly string[]): string =>
    [name.padEnd(width), ...cells.map((cell, at) => cell.padStart(COLUMNS[at]?.[0].length ?? 0))].join('  ');
  return [
    line(
      'folder',
      COLUMNS.map(([heading]) => heading),
    ),
    ...folders.map(([name, figures]) =>
      line(
        name,
        COLUMNS.map(([, of]) => percent(of(figures))),
      ),
    ),
  ].join('\n');
}

const percent = (share: number | null | undefined): string =>
  typeof share === 'number' ? (100 * share).toFixed(1) : '–';
