import { brief } from '#briefing';
import { articleOf, fill } from './articles.ts';
import { inTurns, ms, type Row, times } from './measure.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const NAMES = ['1 KB', '10 KB', '100 KB', '1 MB'];
const ROUNDS = 3;
const MAX_RATIO = 12;
const GIVE_UP_RATIO = 40;

/** Texts that provoke repeated rescans by a rule. */
const HOSTILE: Readonly<Record<string, string>> = {
  'opening marks only': '“',
  'straight marks only': '"',
  'a mark before every word': '“we will ',
  'quotations that never close': '“We will act.\n\n',
  'one line of quotations': '“We will act,” Ann Lee said. ',
  'one endless sentence': 'Ann Lee said that the town and the land and ',
  'capitals in a row': 'Ann Lee Bo Dahl ',
  'said, said, said': 'he said, ',
  spaces: ' ',
  stops: '. ',
};

/** The cost of ten times the length, in steps, for the project's own stories and for hostile texts. */
export async function growth(story: string): Promise<Row[]> {
  const ours = await steps((size) => fill(`${story}\n\n`, size));
  const rows = ours.map(({ from, to, ratio, time }) => ({
    what: `${from} to ${to} of stories`,
    measured: `${times(ratio)} (${ms(time)})`,
    target: within(ratio),
  }));
  const hostile: Row[] = [];
  for (const [name, text] of Object.entries(HOSTILE)) {
    const worst = (await steps((size) => fill(text, size))).reduce((a, b) => (b.ratio > a.ratio ? b : a));
    hostile.push({
      what: `${name}, up to 1 MB`,
      measured: `${times(worst.ratio)} at worst (${worst.from} to ${worst.to})`,
      target: within(worst.ratio),
    });
  }
  return [...rows, ...hostile];
}

const within = (ratio: number) => ({ text: `at most ${MAX_RATIO} ×`, met: ratio <= MAX_RATIO });

interface Step {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly ratio: number;
  /** Milliseconds for the longer text. */
  readonly time: number;
}

/** Compares each size with the previous one, alternately; a quadratic step is measured once and ends the series. */
async function steps(make: (size: number) => string): Promise<Step[]> {
  const found: Step[] = [];
  for (let i = 1; i < SIZES.length; i++) {
    const [short, long] = [i - 1, i].map((at) => reader(make(SIZES[at] ?? 0), SIZES[i] ?? 0));
    if (!short || !long) break;
    const costs = async (rounds: number, warmUp: number): Promise<Step> => {
      const [before = 0, after = 0] = await inTurns([short.run, long.run], rounds, warmUp);
      const time = after / long.repeats;
      return { from: NAMES[i - 1], to: NAMES[i], ratio: (time * short.repeats) / before, time };
    };
    const once = await costs(1, 0);
    const isQuadratic = once.ratio > GIVE_UP_RATIO && once.time > 10_000;
    found.push(isQuadratic ? once : await costs(ROUNDS, 0));
    if (isQuadratic) break;
  }
  return found;
}

/**
 * Reads a text, a short one repeatedly: each measurement is long enough for the clock, and both sides of a step
 * read the same total amount, so that neither has to collect the other's garbage.
 */
function reader(text: string, minSize: number) {
  const article = articleOf(text);
  const repeats = Math.max(1, Math.round(Math.max(100_000, minSize) / text.length));
  const run = (): void => {
    for (let n = repeats; n > 0; n--) brief(article);
  };
  return { run, repeats };
}
