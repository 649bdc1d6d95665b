import { statSync, writeFileSync } from 'node:fs';
import { runProgram, UsageError } from '#cli/arguments';
import { UserError } from '#core/errors';
import type { ClusterFile } from '../src/briefing/models/clusters.ts';
import type { ModelFile } from '../src/briefing/models/model.ts';
import { trainClusters } from './clusters.ts';
import { crossValidate, trainConfidence } from './confidence.ts';
import { trainKeyPoints } from './key-points.ts';
import { readLabelledStories } from './labelled-stories.ts';
import { trainLinks } from './links.ts';
import { trainNames } from './names.ts';
import { crossValidatePoints, trainPoints } from './points.ts';
import { trainPositions } from './positions.ts';
import { trainQuoteSources } from './quote-sources.ts';
import { type ReportFiles, trainReports } from './reports.ts';
import { trainSpeech } from './speech.ts';
import { trainStances } from './stances.ts';
import { trainWordShares } from './word-shares.ts';

const USAGE = `Usage: npm run train -- CORPORA [MODEL…]
       npm run train -- CORPORA --cross-validate

Learns the models again from the labelled corpora in the folder CORPORA and writes their weights into
src/briefing/models/weights (word-shares into src/lookup); all of them where none is named. The same corpora give the
same weights, bit for bit.
With --cross-validate it writes nothing and prints how useful key points are, and how well speakers are named, on outlets
that were not learned from.`;

/** The training function of each model, which takes the folder of the corpora. */
type Trainer = (
  corpora: string,
) => Promise<ModelFile | ClusterFile | readonly number[] | Readonly<Record<string, string>>>;

let learned: Promise<ReportFiles> | undefined;
/** Three models are trained together. */
function reports(corpora: string): Promise<ReportFiles> {
  learned ??= trainReports(corpora);
  return learned;
}

const TRAINERS: Readonly<Record<string, Trainer>> = {
  clusters: async (corpora) => trainClusters(corpora),
  names: trainNames,
  cues: async (corpora) => (await reports(corpora)).cues,
  roles: async (corpora) => (await reports(corpora)).roles,
  reports: async (corpora) => (await reports(corpora)).reports,
  stances: trainStances,
  positions: trainPositions,
  links: trainLinks,
  speech: trainSpeech,
  'quote-sources': trainQuoteSources,
  'key-points': async (corpora) => trainKeyPoints(readLabelledStories(`${corpora}/summaries-dev.jsonl`)),
  points: trainPoints,
  confidence: trainConfidence,
  'word-shares': async (corpora) => trainWordShares(corpora),
};

process.exitCode = await runProgram({
  usage: USAGE,
  options: { 'cross-validate': { type: 'boolean' } },
  takesArguments: true,
  main: async ({ positionals: [corpora, ...names], values }) => {
    if (corpora === undefined) throw new UsageError('Name the folder of the labelled corpora.', USAGE);
    const unknown = names.find((name) => !Object.hasOwn(TRAINERS, name));
    if (unknown !== undefined)
      throw new UsageError(`There is no model ${unknown}; there are: ${Object.keys(TRAINERS).join(', ')}.`, USAGE);
    if (!statSync(corpora, { throwIfNoEntry: false })?.isDirectory())
      throw new UserError(`${corpora} is not a folder: name the one that holds the labelled corpora.`);
    if (!values['cross-validate']) await train(corpora, names);
    else {
      await crossValidatePoints(corpora);
      await crossValidate(corpora);
    }
    return 0;
  },
});

/** Trains the named models, or all of them, and writes their weights. */
async function train(corpora: string, names: readonly string[]): Promise<void> {
  for (const [name, learn] of Object.entries(TRAINERS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const file = `${JSON.stringify(await learn(corpora))}\n`;
    const folder = name === 'word-shares' ? 'lookup' : 'briefing/models/weights';
    writeFileSync(new URL(`../src/${folder}/${name}.json`, import.meta.url), file);
    console.log(`${name}: ${Math.round(file.length / 1024)} KB`);
  }
}
