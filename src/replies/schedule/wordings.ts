import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { CatalogEntry } from '#core/catalog';
import type { Translate } from '#core/messages/index';
import type { Block, RichText } from '#core/reply';
import { foldedKey, wordsOf } from '#text/fold';
import { heading, strong } from '../blocks.ts';
import { sourceOf } from '../brief.ts';
import { quotedText } from '../span-text.ts';

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
  readonly words: readonly string[];
}

/** The same key for all forms of a name with the same ending; undefined if the speaker is unclear. */
export function speakerKey({ speaker }: Attribution): string | undefined {
  return speaker.kind === 'named' ? foldedKey(speaker.speaker.name.split(' ').at(-1) ?? '') : undefined;
}

/** Quotations that two articles give in different words, side by side. */
export function differentWordings(lead: CatalogEntry, others: readonly CatalogEntry[], t: Translate): readonly Block[] {
  const own = wordingsOf(lead);
  const pairs = others.flatMap((other) =>
    wordingsOf(other).flatMap((theirs) => {
      const same = own.find((ours) => ours.key === theirs.key && isRetold(ours, theirs));
      return same ? [[same, theirs] as const] : [];
    }),
  );
  const rows = pairs
    .slice(0, MAX_PAIRS)
    .map(([ours, theirs]): RichText[] => [[strong(ours.speaker)], shown(ours), shown(theirs)]);
  if (rows.length === 0) return [];
  const columns = [t('post.wordingsWho'), t('post.oneWording'), t('post.anotherWording')];
  return [heading(t('post.wordings'), 3), { type: 'table', columns, rows }];
}

const wordingsOf = ({ article, briefing }: CatalogEntry): readonly Wording[] =>
  briefing.quotes.flatMap((quote) => {
    const key = speakerKey(quote);
    if (key === undefined || quote.speaker.kind !== 'named') return [];
    const text = quote.quoted.map((span) => quotedText(article, span)).join(' … ');
    return [{ article, key, speaker: quote.speaker.speaker.name, text, words: wordsOf(text) }];
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
