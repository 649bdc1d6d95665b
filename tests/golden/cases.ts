import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

/** An article with accepted answers, and a line about its purpose. */
export interface GoldenCase {
  readonly id: string;
  /** Relative to the root of the project. */
  readonly file: string;
  readonly why: string;
}

export const ROOT = new URL('../../', import.meta.url);

const WHY: Readonly<Record<string, string>> = {
  'north-korean-troops':
    'what a newcomer sees first: every kind of speech, one man under four names, two sides that disagree',
};

/** All articles of our own: those shipped with the project, the labelled set, and one of each kind. */
export const goldenCases = (): GoldenCase[] => [
  ...articlesIn('content').map((file) => caseFor(file, WHY[idOf(file)])),
  ...articlesIn('eval/world').map((file) => caseFor(file, whyOfWorld(idOf(file)))),
  ...articlesIn('tests/golden/articles').map((file) => caseFor(file, whyIn(file))),
];

const articlesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, ROOT))
    .filter((name) => /\.(txt|md|html?)$/.test(name) && name !== 'README.md')
    .map((name) => `${folder}/${name}`);

const idOf = (file: string): string => basename(file, extname(file));

function caseFor(file: string, why: string | undefined): GoldenCase {
  if (!why) throw new Error(`${file} has no line that says why it is there.`);
  return { id: idOf(file), file, why };
}

/** The purpose of an article in its front matter. */
const whyIn = (file: string): string | undefined =>
  /^why: "(.+)"$/m.exec(readFileSync(new URL(file, ROOT), 'utf8'))?.[1];

/** The purpose of an article of the labelled set, from its annotated source. */
function whyOfWorld(id: string): string | undefined {
  const sources = new URL('eval/world/annotated/', ROOT);
  const name = readdirSync(sources).find((file) => file.startsWith(`${id}.`));
  return name && /^why: (.+)$/m.exec(readFileSync(new URL(name, sources), 'utf8'))?.[1];
}
