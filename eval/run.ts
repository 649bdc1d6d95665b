import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { brief } from '#briefing';
import { THRESHOLD } from '#briefing/quote-sources/confidence';
import { parseCount, runProgram, UsageError } from '#cli/arguments';
import { type AttributionRecord, toFileRecord } from '#cli/extract-record';
import { UserError } from '#core/errors';
import { readArticle } from '#library';
import { readLabelledStories } from '../train/labelled-stories.ts';
import { agreementOf, showAgreement } from './agreement.ts';
import { chartOf } from './chart.ts';
import { type Labelled, readGold } from './gold.ts';
import { keyPointFigures } from './key-points.ts';
import { binsOf, curveOf, guessesOf, showBins } from './reliability.ts';
import { figuresOf } from './report.ts';
import { type Judgement, judge } from './score.ts';
import { complaints, showFigures } from './show.ts';
import { tableOf } from './table.ts';

const USAGE = `Usage: npm run -s eval -- GOLD_DIR… | STORIES.jsonl | READER.tsv READER.tsv [--errors N] [--json] [--chart FILE]

One folder: its figures in full. Several: a table with a line for each, then how often each confidence is right.
Two readers' tables (eval/reading): how far they agree, question by question.
--errors also prints the first N errors.
--chart draws right against wrong over the threshold, and the confidences, as SVG.`;

const OPTIONS = {
  errors: { type: 'string', default: '0' },
  json: { type: 'boolean', default: false },
  chart: { type: 'string' },
} as const;

process.exitCode = await runProgram({
  usage: USAGE,
  options: OPTIONS,
  takesArguments: true,
  main: async ({ values: { errors, json, chart }, positionals }) => {
    const [first, second] = positionals;
    const shownErrors = parseCount(errors, '--errors', USAGE);
    if (first === undefined) throw new UsageError('Name at least one folder of labelled articles.', USAGE);
    if (first.endsWith('.tsv') && second) {
      const agreement = agreementOf(readFileSync(first, 'utf8'), readFileSync(second, 'utf8'));
      console.log(json ? JSON.stringify(agreement) : showAgreement(agreement));
    } else if (first.endsWith('.jsonl')) {
      const figures = keyPointFigures(readLabelledStories(first));
      console.log(json ? JSON.stringify(figures) : showFigures(figures));
    } else {
      await evaluate(positionals, { shownErrors, json, chart });
    }
    return 0;
  },
});

interface Shown {
  readonly shownErrors: number;
  readonly json: boolean;
  /** The file of the chart. */
  readonly chart: string | undefined;
}

/** Prints how well the labelled folders are read. */
async function evaluate(folders: readonly string[], { shownErrors, json, chart }: Shown): Promise<void> {
  const judged: (readonly [folder: string, judgements: readonly Judgement[]])[] = [];
  for (const folder of folders) judged.push([folder, await judgeFolder(folder)]);
  const all = judged.flatMap(([, judgements]) => judgements);
  console.log(json ? JSON.stringify(inJson(judged)) : shown(judged));
  if (chart !== undefined) {
    const guesses = guessesOf(all);
    writeFileSync(chart, chartOf(curveOf(guesses), binsOf(guesses), THRESHOLD));
  }
  for (const line of all.flatMap(complaints).slice(0, shownErrors)) console.log(line);
}

async function judgeFolder(folder: string): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const document of readGold(folder)) judgements.push(judge(document, await extracted(document)));
  return judgements;
}

type Judged = readonly (readonly [folder: string, judgements: readonly Judgement[]])[];

function shown(judged: Judged): string {
  const [first, ...others] = judged;
  if (first && others.length === 0) return showFigures(figuresOf(first[1]));
  const table = tableOf(judged.map(([folder, judgements]) => [basename(folder), figuresOf(judgements)]));
  return `${table}\n\n${showBins(binsOf(guessesOf(judged.flatMap(([, judgements]) => judgements))))}`;
}

/** The results of one folder, or of several by name. */
function inJson(judged: Judged): unknown {
  const [first, ...others] = judged.map(([folder, judgements]) => [basename(folder), figuresOf(judgements)] as const);
  return first && others.length === 0 ? first[1] : Object.fromEntries(first ? [first, ...others] : []);
}

/** The extractor's output; an unreadable article counts as missing. */
async function extracted({ file }: Labelled): Promise<readonly AttributionRecord[] | undefined> {
  try {
    return toFileRecord(file, brief(await readArticle(file, await readFile(file)))).attributions;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return undefined;
  }
}
