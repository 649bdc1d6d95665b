import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair } from '#cli/extract-record';
import type { AttributionKind } from '#core/attribution';
import { UserError } from '#core/errors';

/** The gold speaker: the fullest name, accepted alternatives, and the kind of speaker. */
interface GoldName {
  readonly also?: readonly string[];
  readonly type?: string;
}

/** A span between quotation marks. Without `speaker` it is unlabelled; `null` means the article does not name one. */
export interface GoldQuote extends GoldName {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly speech: boolean;
  readonly speaker?: string | null;
}

export interface GoldAttribution extends GoldName {
  readonly id: string;
  readonly kind: AttributionKind;
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly actor?: string | null;
  readonly stance?: string;
}

export interface Gold {
  readonly quoted: readonly GoldQuote[];
  readonly attributions?: readonly GoldAttribution[];
}

/** An article with its labels. */
export interface Labelled {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly gold: Gold;
}

const ENDING = '.gold.json';

/** Loads every `<id>.txt` with an `<id>.gold.json` next to it, by id. @throws UserError if there is none. */
export function readGold(folder: string): Labelled[] {
  const ids = namesIn(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
  if (ids.length === 0)
    throw new UserError(`${folder} has no labelled articles: <id>.txt with <id>${ENDING} beside it.`);
  return ids.map((id) => {
    const file = join(folder, `${id}.txt`);
    return {
      id,
      file,
      text: readFileSync(file, 'utf8'),
      gold: JSON.parse(readFileSync(join(folder, `${id}${ENDING}`), 'utf8')) as Gold,
    };
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new UserError(`${folder} is not a folder that can be read.`, { cause });
  }
}
