import nlp from 'compromise';
import { brief } from '#briefing';
import { readArticle } from '#library';
import type { File } from './articles.ts';
import { inTurns, ms, type Row, times } from './measure.ts';

const ROUNDS = 15;
const WARM_UP = 8;
const MIN_RATIO = 5;

/** Complete briefings from bytes, warm, compared with compromise finding quotations and people in the same texts. */
export async function speed(files: readonly File[]): Promise<Row[]> {
  const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  const ours = async (): Promise<void> => {
    for (const { path, bytes } of files) brief(await readArticle(path, bytes));
  };
  const theirs = (): void => {
    for (const text of texts) {
      const doc = nlp(text);
      doc.quotations().out('array');
      doc.people().out('array');
    }
  };
  const [mine = 0, peer = 0] = await inTurns([ours, theirs], ROUNDS, WARM_UP);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const rate = (time: number): string => `${(characters / time / 1000).toFixed(2)} million characters a second`;
  return [
    { what: `a briefing, warm (${files.length} articles)`, measured: `${ms(mine / files.length)}, ${rate(mine)}` },
    { what: 'compromise: quotations and people', measured: `${ms(peer / files.length)}, ${rate(peer)}` },
    {
      what: 'faster than compromise',
      measured: times(peer / mine),
      target: { text: `at least ${MIN_RATIO} ×`, met: peer / mine >= MIN_RATIO },
    },
  ];
}
