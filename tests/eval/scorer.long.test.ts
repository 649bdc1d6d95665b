import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brief } from '#briefing';
import { type AttributionRecord, type FileRecord, toFileRecord } from '#cli/extract-record';
import { readArticle } from '#library';
import { type GoldAttribution, type Labelled, readGold } from '../../eval/gold.ts';
import { figuresOf } from '../../eval/report.ts';
import { judge } from '../../eval/score.ts';
import { NO_SHARED, shared } from '../support/shared.ts';

const scorer = shared('eval/score.mjs');
const folders = ['corpora/speakers-dev', 'corpora/polnear-dev'].map(shared).filter((path) => path !== undefined);

const found = async ({ file }: Labelled): Promise<FileRecord> =>
  toFileRecord(file, brief(await readArticle(file, readFileSync(file))));

/** The labels with systematic errors, so that every verdict occurs, independent of the extractor. */
const damaged = async ({ file, gold, text }: Labelled): Promise<FileRecord> => ({
  file,
  attributions: (gold.attributions ?? [])
    .filter((_, i) => i % 7 > 0)
    .map((attribution, i) => damage(attribution, i, text)),
});

function damage(attribution: GoldAttribution, i: number, text: string): AttributionRecord {
  const shift = i % 4 === 0 ? 9 : 0;
  const content = attribution.content.map(([start, end]) => [start, Math.min(end + shift, text.length)] as const);
  const names = [attribution.actor ?? 'Nobody', attribution.also?.[0] ?? 'Ann Lee', 'Ann Lee', null];
  const name = names[i % names.length] ?? null;
  return {
    content,
    quoted: content.filter(([start]) => /[“"]/.test(text.slice(start - 1, start + 1))),
    cue: attribution.cue,
    source: i % 3 ? attribution.source : [],
    speaker: name === null ? null : { name, type: 'person' },
    confidence: 0.9,
    unclear: [],
    stance: i % 2 ? (attribution.stance ?? 'states') : 'states',
  };
}

const cases = folders.flatMap((folder) => [
  { folder, name: 'what the extractor finds', make: found },
  { folder, name: 'damaged labels', make: damaged },
]);

if (!scorer || cases.length === 0)
  test(`our figures equal those of the scorer (${NO_SHARED})`, ({ skip }) => skip(NO_SHARED));
else {
  test.each(cases)('our figures equal those of the scorer: $name of $folder', async ({ folder, make }) => {
    const documents = readGold(folder);
    const records = new Map<Labelled, FileRecord>();
    for (const document of documents) records.set(document, await make(document));
    const ours = figuresOf(documents.map((document) => judge(document, records.get(document)?.attributions)));
    const theirs = scored(scorer, folder, [...records.values()]);
    expect(rounded(ours)).toEqual(rounded(theirs));
  });
}

/** Sums in another order differ in the last digit. */
const rounded = (figures: unknown): unknown =>
  JSON.parse(JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toFixed(12)) : value)));

function scored(scorer: string, folder: string, records: readonly FileRecord[]): unknown {
  const directory = mkdtempSync(join(tmpdir(), 'onrecord-'));
  try {
    const output = join(directory, 'output.jsonl');
    writeFileSync(output, records.map((record) => JSON.stringify(record)).join('\n'));
    return JSON.parse(execFileSync(process.execPath, [scorer, folder, output, '--json'], { encoding: 'utf8' }));
  } finally {
    rmSync(directory, { recursive: true });
  }
}
