import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brief } from '#briefing';
import type { CatalogEntry } from '#core/catalog';
import { readFileArticle } from '#library';
import { drawPicture } from '#pictures/index';
import { pictureOf } from '#replies/pictures/of-article';
import { dispatcherOf } from '../support/dispatcher.ts';
import { apiRequest, pageRequest, webOf } from '../support/web/page.ts';

export const DOCS = new URL('../../docs/', import.meta.url);
const RECORD = new URL('subjects.json', import.meta.url);
const ARTICLE = new URL('../../content/north-korean-troops.md', import.meta.url).pathname;

export async function shippedEntry(): Promise<CatalogEntry> {
  const article = await readFileArticle(ARTICLE);
  return { article, briefing: brief(article) };
}

/** The drawings of a picture of the shipped article, as SVG, by the name of its file. */
export async function drawnPictures({ briefing }: CatalogEntry): Promise<Readonly<Record<string, string>>> {
  const drawn: Record<string, string> = {};
  for (const [name, id] of [
    ['card', `card-${briefing.quotes[0]?.id}`],
    ['map', 'map'],
  ] as const) {
    const picture = pictureOf(briefing, id);
    if (picture) drawn[name] = (await drawPicture(picture)).svg;
  }
  return drawn;
}

/** A digest of what each picture in docs shows: the payloads of the answers, the reader's page, the drawings. */
export async function digests(): Promise<Readonly<Record<string, string>>> {
  const entry = await shippedEntry();
  const adapter = webOf([entry]);
  await adapter.start(dispatcherOf([entry]));
  const answerTo = async (line: string): Promise<string> => (await adapter.fetch(apiRequest('ask', { line }))).text();
  const shown = {
    page: await answerTo('/brief'),
    slack: await answerTo('/quotes'),
    discord: await answerTo('/quotes'),
    reader: await (await adapter.fetch(pageRequest(`/articles/${entry.article.id}`))).text(),
    ...(await drawnPictures(entry)),
  };
  await adapter.stop();
  return Object.fromEntries(Object.entries(shown).map(([name, text]) => [name, digestOf(text)]));
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The digests at the time when the pictures were taken. */
export const recordedDigests = (): Readonly<Record<string, string>> => JSON.parse(readFileSync(RECORD, 'utf8'));

export const RECORD_PATH = RECORD.pathname;
