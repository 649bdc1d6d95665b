import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { brief } from '#briefing';
import { type AttributionRecord, toFileRecord } from '#cli/extract-record';
import { UserError } from '#core/errors';
import { readArticle } from '#library';
import { readLabelledStories } from '../train/labelled-stories.ts';
import { type Labelled, readGold } from './gold.ts';
import { keyPointFigures } from './key-points.ts';
import { figuresOf } from './report.ts';
import { type Judgement, judge } from './score.ts';
import { complaints, showFigures } from './show.ts';

const USAGE = 'Usage: npm run -s eval -- GOLD_DIR | STORIES.jsonl [--errors N] [--json]';

const { values, positionals } = asked() ?? { values: {}, positionals: [] };
const [folder] = positionals;
if (!folder || positionals.length > 1) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const judgements: Judgement[] = [];
  const isStories = folder.endsWith('.jsonl');
  const gold = isStories ? [] : readGold(folder);
  for (const document of gold) judgements.push(judge(document, await extracted(document)));
  const figures = isStories ? keyPointFigures(readLabelledStories(folder)) : figuresOf(judgements);
  console.log(values.json ? JSON.stringify(figures) : showFigures(figures));
  for (const line of judgements.flatMap(complaints).slice(0, Number(values.errors ?? 0))) console.log(line);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** What was typed; undefined where it cannot be understood. */
function asked() {
  try {
    return parseArgs({ allowPositionals: true, options: { errors: { type: 'string' }, json: { type: 'boolean' } } });
  } catch {
    return undefined;
  }
}

/** What the extractor finds; an article it cannot read counts as missing. */
async function extracted({ file }: Labelled): Promise<readonly AttributionRecord[] | undefined> {
  try {
    return toFileRecord(file, brief(await readArticle(file, await readFile(file)))).attributions;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return undefined;
  }
}
