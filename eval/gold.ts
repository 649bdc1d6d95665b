import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair } from '#cli/extract-record';
import type { AttributionKind } from '#core/attribution';
import { UserError } from '#core/errors';

/** Who is right: the fullest name, other names that will do, and what kind of speaker it is. */
interface GoldName {
  readonly also?: readonly string[];
  readonly type?: string;
}

/** A stretch between quotation marks. Without `speaker` nobody has labelled it; with `null` the article does not say. */
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

/** Every `<id>.txt` of a folder that has an `<id>.gold.json` beside it, by id. @throws UserError where there is none. */
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
