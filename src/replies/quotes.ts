import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Block, Reply, RichText } from '#core/reply';
import type { Speaker } from '#core/speaker';
import { nameAtStart, speakerChoice } from '#lookup/labels';
import { truncateForDisplay } from '#text/fold';
import {
  action,
  actions,
  answer,
  context,
  count,
  heading,
  joinWithDots,
  list,
  paragraph,
  select,
  strong,
} from './blocks.ts';
import { evidenceOf, paragraphMark } from './evidence.ts';
import { pageLabel, pageOf } from './pages.ts';
import { spanText } from './span-text.ts';
import { speakerDetails, unclear } from './speakers.ts';
import { quoteOfSpeaker, quoteWithByline } from './statement.ts';

/** An ordinary article has no more. */
const QUOTES_PER_PAGE = 12;
/** As many speakers are listed before the quotations. */
const MAX_SPEAKERS = 12;

/** What was asked for, so that the next page can be asked for alike. */
export interface QuotesQuery {
  readonly speaker: string | undefined;
  readonly kind: string | undefined;
  readonly about: string | undefined;
  readonly page: number;
}

/** What is shown of it, and what is not. */
export interface QuotesFound {
  readonly shown: readonly Attribution[];
  /** How many statements would be shown with `kind:all` beside these. */
  readonly hidden: number;
  /** All who have said something of the kind, whichever was asked for; the ones to choose from, in their order. */
  readonly speakers: readonly Speaker[];
  /** A sentence to begin with. */
  readonly note?: string;
}

/**
 * What people said, each word as it stands in the article: who speaks, then the weightiest first; of one speaker all,
 * in the order of the text.
 */
export function quotes(briefing: Briefing, { shown, hidden, speakers, note }: QuotesFound, query: QuotesQuery): Reply {
  const { article } = briefing;
  const of = groups(shown);
  const isAlone = of.length === 1;
  const page = pageOf(isAlone ? shown : byWeight(briefing, shown), query.page, QUOTES_PER_PAGE);
  const requery = (label: string, options: { kind?: string; page?: number }) =>
    action(label, 'quotes', {
      article: article.id,
      speaker: query.speaker,
      kind: options.kind ?? query.kind,
      about: query.about,
      page: options.page === undefined ? undefined : String(options.page),
    });
  return answer(
    heading(page.items.every(({ kind }) => kind === 'indirect') ? 'Paraphrased' : 'Quotations', 2),
    context(...joinWithDots([article.title, countOf(shown), pageLabel(page)].filter((text) => text !== ''))),
    note === undefined ? undefined : paragraph(note),
    ...(isAlone ? speakerBlocks(of[0] ?? []) : page.number === 1 ? [list(speakerLines(of))] : []),
    ...page.items.flatMap((attribution) => statementBlocks(article, attribution, isAlone)),
    actions(
      page.number > 1 ? requery('Previous', { page: page.number - 1 }) : undefined,
      page.number < page.pages ? requery('Next', { page: page.number + 1 }) : undefined,
      hidden > 0 ? requery(`Paraphrases too (${hidden})`, { kind: 'all' }) : undefined,
      action('Positions', 'positions', { article: article.id, actor: query.speaker }),
      (query.speaker ?? query.kind ?? query.about) ? allQuotesAction(article) : undefined,
    ),
    select(
      {
        label: 'Speaker',
        command: 'quotes',
        option: 'speaker',
        options: { article: article.id, kind: query.kind, about: query.about },
      },
      speakers.map(speakerChoice),
    ),
  );
}

/** Back from one speaker, or one subject, to all of the article. */
const allQuotesAction = ({ id }: Article) => action('All quotations', 'quotes', { article: id });

function countOf(shown: readonly Attribution[]): string {
  if (shown.every(({ quoted }) => quoted.length > 0)) return count(shown.length, 'quotation');
  return count(shown.length, shown.every(({ kind }) => kind === 'indirect') ? 'paraphrase' : 'statement');
}

/** The quotations in the briefing’s order of weight, then the paraphrases in the order of the text. */
function byWeight({ quotes }: Briefing, shown: readonly Attribution[]): readonly Attribution[] {
  const place = new Map(quotes.map((quote, at) => [quote, at]));
  const placeOf = (attribution: Attribution): number => place.get(attribution) ?? Number.POSITIVE_INFINITY;
  return shown.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

const speakerKey = ({ speaker }: Attribution): string =>
  speaker.kind === 'named' ? speaker.speaker.id : `?${unclear(speaker)}`;

/** All of one speaker’s together, those who speak most first, the unknown last. */
function groups(all: readonly Attribution[]): readonly (readonly Attribution[])[] {
  const isUnknown = ([first]: readonly Attribution[]): number => Number(first?.speaker.kind === 'unknown');
  return [...Map.groupBy(all, speakerKey).values()].sort((a, b) => isUnknown(a) - isUnknown(b) || b.length - a.length);
}

/** Who speaks, one line each: **Kim Tae-hyo**, deputy national security director · South Korea — 2 */
function speakerLines(of: readonly (readonly Attribution[])[]): readonly RichText[] {
  const lines = of.slice(0, MAX_SPEAKERS).map((group): RichText => {
    const [first] = group;
    if (first?.speaker.kind !== 'named')
      return [`${upperFirst(first ? unclear(first.speaker as never) : '')} — ${group.length}`];
    const { speaker } = first.speaker;
    const known = speakerDetails(speaker);
    return [strong(nameAtStart(speaker)), known === '' ? '' : `, ${known}`, ` — ${group.length}`];
  });
  return of.length > MAX_SPEAKERS ? [...lines, [`+${of.length - MAX_SPEAKERS} more`]] : lines;
}

function speakerBlocks([first]: readonly Attribution[]): readonly Block[] {
  if (!first) return [];
  if (first.speaker.kind === 'unknown') return [heading(upperFirst(unclear(first.speaker)), 3)];
  const { speaker } = first.speaker;
  const known = speakerDetails(speaker);
  return [heading(nameAtStart(speaker), 3), ...(known === '' ? [] : [context(known)])];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A quotation as one; a paraphrase as the article's own sentence, without any quotation marks of ours. */
function statementBlocks(article: Article, attribution: Attribution, isAlone: boolean): readonly Block[] {
  if (attribution.quoted.length > 0) {
    return [isAlone ? quoteOfSpeaker(article, attribution) : quoteWithByline(article, attribution)];
  }
  return [
    paragraph(spanText(article, attribution.sentences)),
    context('paraphrased, not quoted · ', paragraphMark(evidenceOf(article, attribution))),
  ];
}

/** Which statements were asked for. */
interface EmptyQuery {
  readonly label?: string | undefined;
  readonly kind?: string | undefined;
  readonly about?: string | undefined;
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  direct: 'direct quotation',
  mixed: 'partial quotation',
  indirect: 'paraphrase',
};

/** Where nothing fits: `No paraphrase of Kim Tae-hyo about “weapons” in this article.` */
export function noQuotes({ article, quotes: all }: Briefing, { label, kind, about }: EmptyQuery): Reply {
  const what = KIND_NAMES[kind ?? ''] ?? (label === undefined && about === undefined ? 'quotation' : 'statement');
  return answer(
    paragraph(`No ${what}${label === undefined ? '' : ` of ${label}`}${aboutText(about)} in this article.`),
    context(article.title),
    all.length > 0 ? actions(allQuotesAction(article)) : undefined,
  );
}

/** The sentence before paraphrases that are shown for want of quotations. */
export const onlyParaphrased = (label: string | undefined, about: string | undefined): string =>
  label === undefined
    ? `Nobody is quoted word for word${aboutText(about)}; the article paraphrases.`
    : `${label} is not quoted word for word${aboutText(about)}; the article paraphrases.`;

const aboutText = (about: string | undefined): string =>
  about === undefined ? '' : ` about “${truncateForDisplay(about)}”`;
