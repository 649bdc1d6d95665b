import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { CatalogEntry } from '#core/catalog';
import type { Translate } from '#core/messages/index';
import type { Block, RichText } from '#core/reply';
import { quotedText } from '#core/text/span-text';
import { foldedKey, stem, wordsOf } from '#text/fold';
import { heading, strong } from '../blocks.ts';
import { sourceOf } from '../brief.ts';

// “We will not raise taxes this year,” in one, “We won’t be raising any taxes this year,” in another

/** The maximum number of pairs shown below a story. */
const MAX_PAIRS = 3;

/** Shorter quotations share words by chance. */
const MIN_WORDS = 4;

/** The minimum share of words, relative to the longer one, for two quotations of a speaker to be the same statement. */
const SAME_WORDS = 0.5;

interface Wording {
  readonly article: Article;
  readonly speaker: string;
  readonly key: string;
  readonly text: string;
  /** Their stems: a verb may be told in another tense. */
  readonly words: readonly string[];
}

/** The same key for all forms of a name with the same ending; undefined if the speaker is unclear. */
export function speakerKey({ speaker }: Attribution): string | undefined {
  return speaker.kind === 'named' ? foldedKey(speaker.speaker.name.split(' ').at(-1) ?? '') : undefined;
}

/** Quotations that two articles give in different words, side by side. */
export function differentWordings(lead: CatalogEntry, others: readonly CatalogEntry[], t: Translate): readonly Block[] {
  const own = wordingsOf(lead).flat();
  const pairs = others.flatMap((other) =>
    wordingsOf(other).flatMap((passages) => {
      const [pair] = passages.flatMap((theirs) => {
        const same = own.find((ours) => ours.key === theirs.key && isRetold(ours, theirs));
        return same ? [[same, theirs] as const] : [];
      });
      return pair ? [pair] : [];
    }),
  );
  const rows = pairs
    .slice(0, MAX_PAIRS)
    .map(([ours, theirs]): RichText[] => [[strong(ours.speaker)], shown(ours), shown(theirs)]);
  if (rows.length === 0) return [];
  const columns = [t('post.wordingsWho'), t('post.oneWording'), t('post.anotherWording')];
  return [heading(t('post.wordings'), 3), { type: 'table', columns, rows }];
}

/** Each quotation as a whole, followed by its parts: the other article may quote just one of them. */
const wordingsOf = ({ article, briefing }: CatalogEntry): readonly (readonly Wording[])[] =>
  briefing.quotes.flatMap((quote) => {
    const { speaker, quoted } = quote;
    const key = speakerKey(quote);
    if (key === undefined || speaker.kind !== 'named') return [];
    const parts = quoted.map((span) => quotedText(article, span));
    const passages = [parts.join(' … '), ...(parts.length > 1 ? parts : [])];
    const { name } = speaker.speaker;
    return [passages.map((text) => ({ article, key, speaker: name, text, words: wordsOf(text).map(stem) }))];
  });

function isRetold(wording: Wording, other: Wording): boolean {
  const [most, least] = [
    Math.max(wording.words.length, other.words.length),
    Math.min(wording.words.length, other.words.length),
  ];
  if (least < MIN_WORDS || wording.words.join(' ') === other.words.join(' ')) return false;
  const left = [...other.words];
  const shared = wording.words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  // A partial and a complete quotation of the same statement are one wording.
  return shared.length >= most * SAME_WORDS && shared.length < least;
}

const shown = ({ article, text }: Wording): RichText => [`“${text}” — `, ...sourceOf(article)];
