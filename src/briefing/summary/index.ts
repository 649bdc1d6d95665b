import type { Briefing } from '#core/briefing';
import type { ShownSentence } from '#core/shown-sentence';
import type { Span } from '#core/span';
import type { Reading } from '../normalise.ts';
import { pairMarks, type Quotation } from '../quotes/marks.ts';
import type { Sentence } from '../segment.ts';
import { countWords, hasFiniteVerb } from '../words/clauses.ts';
import { TELLS_NOTHING } from '../words/outlook.ts';
import { candidatesOf, type Showable } from './candidates.ts';
import { dependenceOf } from './dependence.ts';
import { shortExcerpt, shownWords, wholeExcerpt } from './excerpts.ts';
import { introduceSpeakers } from './introduce-speakers.ts';
import { chooseLead, isHeadlineCase, tellsNews } from './lead.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { measure } from './passage-features.ts';
import { passagesOf } from './passages.ts';
import { readingTime } from './reading-time.ts';
import { selectDiverse } from './select.ts';
import type { Statement } from './statement.ts';

export type { Statement } from './statement.ts';

/** How many key points the short briefing shows, and how many the full one at most. */
const MAX_SHORT_POINTS = 3;
const MAX_FULL_POINTS = 10;
/** How many words one line shows at most. */
const MAX_NEWS_WORDS = 25;
const MAX_LONG_NEWS_WORDS = 38;
const MAX_POINT_WORDS = 30;
/** How much of the article’s words a full briefing shows. */
const MAX_SHARE = 0.35;
/** What a word beyond this many costs a passage: short ones are read first. */
const EASY_WORDS = 24;
const WORD_PENALTY = 0.02;
/** What a passage gains in which a speaker answers, accuses or calls for something: the other side belongs to the news. */
const ANSWER_WORTH = 0.3;
const ANSWERS =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dismissed|accus(?:es|ed)|critici[sz](?:es|ed)|condemn(?:s|ed)|oppos(?:es|ed)|urged|called (?:for|on)|demand(?:s|ed)|warn(?:s|ed)|vow(?:s|ed)|promis(?:es|ed)|pledged)\b/;
/** What a passage loses that is one long quotation: quotations have a place of their own. */
const QUOTATION_PENALTY = 0.8;

export type Summary = Pick<Briefing, 'whatsNew' | 'keyPoints' | 'notYetKnown' | 'next' | 'readingTime'>;

/**
 * What is new, and the sentences of the story that tell the rest: chosen and shortened at clause borders, never
 * written. Spans are of the reading.
 */
export function summarise(
  reading: Reading,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  quotations: readonly Quotation[] = pairMarks(reading),
): Summary {
  const { text } = reading;
  const story = passagesOf(reading, sentences, quotations, statements);
  const title = titleOf(reading) || (story.find(({ text }, at) => at === 0 && isHeadlineCase(text))?.text ?? '');
  const measured = measure(story, title);
  const candidates = candidatesOf(story, measured, statements);
  const lead = chooseLead(candidates, title !== '');
  if (!lead) return { keyPoints: [], readingTime: readingTime(reading) };

  const standfirst = tellsNews(lead) ? undefined : standfirstOf(reading);
  const news = standfirst ?? newsOf(lead, text);
  // What stands before it sets the scene.
  const others = candidates.filter(({ index, standsAlone }) => standsAlone && index > lead.index);
  const room = MAX_SHARE * countWords(text) - shownWords(news, text);
  const above = `${title} ${text.slice(news.span.start, news.span.end)}`;
  const chosen = introduceSpeakers(
    pointsOf(tellingOnes(others), lead, { text, above, size: measured.size, words: room }),
    above,
    text,
  );
  const { notYetKnown, next } = outlookBeside(chosen, others, text);
  const points = chosen.filter(({ passage }) => passage !== notYetKnown && passage !== next);
  const outlook = (passage: Showable | undefined) => passage && shortExcerpt(passage, text, MAX_POINT_WORDS);
  return {
    whatsNew: news,
    keyPoints: points.map(({ excerpt, minimumLength }) => ({ ...excerpt, minimumLength })),
    ...given('notYetKnown', outlook(notYetKnown)),
    ...given('next', outlook(next)),
    readingTime: readingTime(reading),
  };
}

/** What no key point tells; else what a key point tells in the article’s own words, which then is none. */
function outlookBeside(points: readonly Point[], others: readonly Showable[], text: string): Outlook {
  const own = others.filter(({ isQuotation }) => !isQuotation);
  const isPoint = (passage: Showable): boolean => points.some((point) => point.passage === passage);
  const isOwn = (passage: Showable): boolean =>
    isPoint(passage) && passage.statements.length === 0 && shortExcerpt(passage, text, MAX_POINT_WORDS) !== undefined;
  const free = outlookOf(own.filter((passage) => !isPoint(passage)));
  const told = outlookOf(own.filter((passage) => isOwn(passage)));
  return { notYetKnown: free.notYetKnown ?? told.notYetKnown, next: free.next ?? told.next };
}

/** Without those that tell only that something was said, or not said, where enough others are left. */
function tellingOnes(passages: readonly Showable[]): readonly Showable[] {
  const telling = passages.filter(({ text }) => !TELLS_NOTHING.test(text));
  return telling.length >= MAX_SHORT_POINTS ? telling : passages;
}

/** Without its asides where that makes it short, cut further where it is far too long, whole where it cannot be cut. */
const newsOf = (lead: Showable, text: string): ShownSentence =>
  shortExcerpt(lead, text, MAX_NEWS_WORDS, 'careful') ??
  shortExcerpt(lead, text, MAX_LONG_NEWS_WORDS) ??
  shortExcerpt(lead, text, MAX_LONG_NEWS_WORDS, 'last resort') ??
  wholeExcerpt(lead, text);

const given = <Key extends string>(
  key: Key,
  excerpt: ShownSentence | undefined,
): { readonly [K in Key]?: ShownSentence } =>
  (excerpt ? { [key]: excerpt } : {}) as { readonly [K in Key]?: ShownSentence };

interface Point {
  readonly passage: Showable;
  readonly excerpt: ShownSentence;
  readonly minimumLength: Briefing['keyPoints'][number]['minimumLength'];
}

/** The story as far as key points are chosen by it. */
interface Setting {
  readonly text: string;
  /** The headline and what is new, above all key points. */
  readonly above: string;
  /** How many terms the story has. */
  readonly size: number;
  /** How many words all key points may take. */
  readonly words: number;
}

/** The key points in the story’s order; the first few chosen that are short enough are those of the short briefing. */
function pointsOf(
  others: readonly Showable[],
  lead: Showable,
  { text, above, size, words }: Setting,
): readonly Point[] {
  const options = others.map((passage) => ({ ...passage, passage, score: worthOf(passage, above) }));
  const chosen = selectDiverse(options, MAX_FULL_POINTS, lead, size);
  const points: Point[] = [];
  let left = words;
  let short = 0;
  for (const { passage } of chosen) {
    const brief = shortExcerpt(passage, text, MAX_POINT_WORDS);
    const excerpt = brief ?? wholeExcerpt(passage, text);
    const isShort = brief !== undefined && !passage.isQuotation && short < MAX_SHORT_POINTS;
    left -= shownWords(excerpt, text);
    if (!isShort && left < 0 && points.length >= MAX_SHORT_POINTS) continue;
    if (isShort) short += 1;
    points.push({ passage, excerpt, minimumLength: isShort ? 'short' : 'full' });
  }
  return points.sort((a, b) => a.passage.index - b.passage.index);
}

const worthOf = ({ score, words, isQuotation, text }: Showable, above: string): number =>
  score +
  (ANSWERS.test(text) ? ANSWER_WORTH : 0) -
  WORD_PENALTY * Math.max(0, words - EASY_WORDS) -
  (isQuotation ? QUOTATION_PENALTY : 0) -
  dependenceOf(text, above);

/** The line beneath the headline, where it is a sentence. */
function standfirstOf({ text, parts }: Reading): ShownSentence | undefined {
  const part = parts.find(({ kind }) => kind === 'subheadline');
  const words = part ? text.slice(part.span.start, part.span.end) : '';
  const isSentence = countWords(words) >= 8 && countWords(words) <= MAX_LONG_NEWS_WORDS && hasFiniteVerb(words);
  return part && isSentence ? { span: part.span, cuts: [], substitutions: [] } : undefined;
}

function titleOf({ text, parts }: Reading): string {
  const isTitle = ({ kind }: { kind: string }) => kind === 'headline' || kind === 'subheadline';
  return parts
    .filter(isTitle)
    .map(({ span }: { span: Span }) => text.slice(span.start, span.end))
    .join(' ');
}
