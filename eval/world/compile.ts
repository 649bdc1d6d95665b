// Generates NAME.txt and NAME.gold.json from every annotated/NAME.ann and prints statistics of the set.
//
//   node eval/world/compile.ts           writes the files
//   node eval/world/compile.ts --check   only compares, and fails if a file is out of date
//   node eval/world/compile.ts --show NAME   lists one article's labels for reading
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSource, type Span } from './annotation.ts';
import { type Labels, labelsOf } from './labels.ts';

const here = import.meta.dirname;
const LINE = 120;
const WORDS = { least: 90, most: 600 };
const options = { check: { type: 'boolean' }, show: { type: 'string' } } as const;
const { values } = parseArgs({ options });

const counts = new Map<string, number>();
const count = (key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);

for (const file of readdirSync(join(here, 'annotated')).filter((name) => name.endsWith('.ann'))) {
  const name = file.replace('.ann', '');
  try {
    const { text, gold } = compile(name);
    put(`${name}.txt`, text);
    put(`${name}.gold.json`, `${json(gold)}\n`);
    tally(text, gold);
    if (values.show === name) show(text, gold);
  } catch (error) {
    console.error(`annotated/${file}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
for (const [key, n] of [...counts].toSorted()) console.log(`${key.padEnd(28)}${n}`);

function compile(name: string): { text: string; gold: Labels } {
  const source = readSource(readFileSync(join(here, 'annotated', `${name}.ann`), 'utf8'));
  const words = source.text.match(/\S+/g)?.length ?? 0;
  if (words < WORDS.least || words > WORDS.most) throw new Error(`${words} words`);
  if (!source.header.has('why')) throw new Error('the header does not say why the article is here');
  return { text: source.text, gold: labelsOf(name, source) };
}

function put(file: string, contents: string): void {
  const path = join(here, file);
  if (!values.check) writeFileSync(path, contents);
  else if (readFileSync(path, 'utf8') !== contents)
    throw new Error(`${file} is out of date: run node eval/world/compile.ts`);
}

// JSON in Biome's format: on one line if it fits.
function json(value: unknown, indent = 0, before = 0): string {
  const flat = JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/\[ | \]/g, (m) => m.trim());
  if (typeof value !== 'object' || value === null || indent + before + flat.length < LINE) return flat;
  const pad = ' '.repeat(indent + 2);
  const list = Array.isArray(value);
  const inner = Object.entries(value).map(([key, child]) => {
    const label = list ? '' : `${JSON.stringify(key)}: `;
    return `${pad}${label}${json(child, indent + 2, label.length)}`;
  });
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  return `${open}\n${inner.join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function tally(text: string, { quoted, attributions }: Labels): void {
  count('articles');
  count('words', text.match(/\S+/g)?.length);
  for (const { speech } of quoted) count(`quoted ${speech ? 'speech' : 'no speech'}`);
  for (const { kind, stance, type, cue, source } of attributions) {
    count('attributions');
    for (const key of [`kind ${kind}`, `stance ${stance}`, `type ${type}`]) count(key);
    if (!cue.length) count('without cue');
    if (!source.length) count('without source');
  }
}

function show(text: string, gold: Labels): void {
  const words = (spans: readonly Readonly<Span>[]) => spans.map((span) => text.slice(...span)).join(' ‖ ');
  for (const { start, end, speech, speaker } of gold.quoted) {
    console.log(speech ? `“${speaker}”` : 'NO SPEECH', '|', text.slice(start, end));
  }
  for (const { id, kind, stance, actor, type, source, cue, content } of gold.attributions) {
    console.log(`${id} ${kind} ${stance} ${type} ${actor}\n   {${words(source)}} <${words(cue)}> [${words(content)}]`);
  }
}
