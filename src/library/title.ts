/** A title is cut at this many characters where it has to be taken from the story. */
const LENGTH = 120;

/** What a story without a headline is called: its first sentence, cut between words where it is long. */
export function titleFrom(paragraph: string): string {
  const [sentence] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph.slice(0, 2000));
  const words = (sentence?.segment ?? paragraph).trim();
  if (words.length <= LENGTH) return words;
  return `${words.slice(0, LENGTH).replace(/\s+\S*$/, '')}…`;
}
