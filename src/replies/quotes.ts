import type { Article } from '#core/article';
import { type Attribution, type AttributionKind, KINDS } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Block, Reply, RichText } from '#core/reply';
import type { Speaker } from '#core/speaker';
import { spanText } from '#core/text/span-text';
import { nameAtStart, speakerChoice } from '#lookup/labels';
import { truncateForDisplay } from '#text/fold';
import { action, actions, answer, context, heading, joinWithDots, list, paragraph, select, strong } from './blocks.ts';
import { evidenceOf, paragraphMark } from './evidence.ts';
import { pageLabel, pageOf } from './pages.ts';
import { speakerDetails, unclear } from './speakers.ts';
import { quoteOfSpeaker, quoteWithByline } from './statement.ts';

/** The page size: more quotations than an ordinary article has. */
const QUOTES_PER_PAGE = 12;
/** The maximum number of speakers listed before the quotations. */
const MAX_SPEAKERS = 12;

/** The request, repeated for the next page. */
export interface QuotesQuery {
  readonly speaker: string | undefined;
  readonly kind: string | undefined;
  readonly about: string | undefined;
  readonly page: number;
}

/** The statements shown, and information about those not shown. */
export interface QuotesFound {
  readonly shown: readonly Attribution[];
  /** The number of additional statements that `kind:all` would show. */
  readonly hidden: number;
  /** All speakers with a statement of this kind, regardless of the requested speaker; menu choices, in order. */
  readonly speakers: readonly Speaker[];
  /** An introductory sentence. */
  readonly note?: string;
}

/**
 * Lists statements verbatim: first the speakers, then the statements ordered by weight; for one speaker, all of them
 * in text order.
 */
export function quotes(
  briefing: Briefing,
  { shown, hidden, speakers, note }: QuotesFound,
  query: QuotesQuery,
  t: Translate = inEnglish,
): Reply {
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
    heading(t(page.items.every(({ kind }) => kind === 'indirect') ? 'quotes.paraphrased' : 'quotes.title'), 2),
    context(...joinWithDots([article.title, countOf(shown, t), pageLabel(page, t)].filter((text) => text !== ''))),
    note === undefined ? undefined : paragraph(note),
    ...(isAlone ? speakerBlocks(of[0] ?? [], t) : page.number === 1 ? [list(speakerLines(of, t))] : []),
    ...page.items.flatMap((attribution) => statementBlocks(article, attribution, isAlone, t)),
    actions(
      page.number > 1 ? requery(t('page.previous'), { page: page.number - 1 }) : undefined,
      page.number < page.pages ? requery(t('page.next'), { page: page.number + 1 }) : undefined,
      hidden > 0 ? requery(t('quotes.paraphrasesToo', { count: hidden }), { kind: 'all' }) : undefined,
      action(t('brief.positions'), 'positions', { article: article.id, actor: query.speaker }),
      (query.speaker ?? query.kind ?? query.about) ? allQuotesAction(article, t) : undefined,
    ),
    select(
      {
        label: t('speaker.label'),
        command: 'quotes',
        option: 'speaker',
        options: { article: article.id, kind: query.kind, about: query.about },
      },
      speakers.map(speakerChoice),
    ),
  );
}

/** A button back from one speaker or subject to the whole article. */
const allQuotesAction = ({ id }: Article, t: Translate) => action(t('quotes.all'), 'quotes', { article: id });

function countOf(shown: readonly Attribution[], t: Translate): string {
  const count = shown.length;
  if (shown.every(({ quoted }) => quoted.length > 0)) return t('quotes.countQuotations', { count });
  return t(shown.every(({ kind }) => kind === 'indirect') ? 'quotes.countParaphrases' : 'quotes.countStatements', {
    count,
  });
}

/** The quotations ordered by the briefing’s weight, then the paraphrases in text order. */
function byWeight({ quotes }: Briefing, shown: readonly Attribution[]): readonly Attribution[] {
  const place = new Map(quotes.map((quote, at) => [quote, at]));
  const placeOf = (attribution: Attribution): number => place.get(attribution) ?? Number.POSITIVE_INFINITY;
  return shown.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b)));
}

const speakerKey = ({ speaker }: Attribution): string =>
  speaker.kind === 'named' ? speaker.speaker.id : `?${unclear(speaker)}`;

/** Groups statements by speaker, those with most statements first and unknown speakers last. */
function groups(all: readonly Attribution[]): readonly (readonly Attribution[])[] {
  const isUnknown = ([first]: readonly Attribution[]): number => Number(first?.speaker.kind === 'unknown');
  return [...Map.groupBy(all, speakerKey).values()].sort((a, b) => isUnknown(a) - isUnknown(b) || b.length - a.length);
}

/** Lists the speakers, one line each: **Kim Tae-hyo**, deputy national security director · South Korea — 2 */
function speakerLines(of: readonly (readonly Attribution[])[], t: Translate): readonly RichText[] {
  const lines = of.slice(0, MAX_SPEAKERS).map((group): RichText => {
    const [first] = group;
    if (first?.speaker.kind !== 'named')
      return [`${upperFirst(first ? unclear(first.speaker as never, t) : '')} — ${group.length}`];
    const { speaker } = first.speaker;
    const known = speakerDetails(speaker, t);
    return [strong(nameAtStart(speaker)), known === '' ? '' : `, ${known}`, ` — ${group.length}`];
  });
  return of.length > MAX_SPEAKERS ? [...lines, [t('more', { count: of.length - MAX_SPEAKERS })]] : lines;
}

function speakerBlocks([first]: readonly Attribution[], t: Translate): readonly Block[] {
  if (!first) return [];
  if (first.speaker.kind === 'unknown') return [heading(upperFirst(unclear(first.speaker, t)), 3)];
  const { speaker } = first.speaker;
  const known = speakerDetails(speaker, t);
  return [heading(nameAtStart(speaker), 3), ...(known === '' ? [] : [context(known)])];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A quotation as a quote block; a paraphrase as the article's own sentence, without added quotation marks. */
function statementBlocks(article: Article, attribution: Attribution, isAlone: boolean, t: Translate): readonly Block[] {
  if (attribution.quoted.length > 0) {
    return [isAlone ? quoteOfSpeaker(article, attribution, t) : quoteWithByline(article, attribution, t)];
  }
  return [
    paragraph(spanText(article, attribution.sentences)),
    context(t('quotes.mark'), paragraphMark(evidenceOf(article, attribution, t))),
  ];
}

/** Describes which statements were requested. */
interface EmptyQuery {
  readonly label?: string | undefined;
  readonly kind?: string | undefined;
  readonly about?: string | undefined;
}

const KIND_KEYS = new Set<string>(KINDS);

const kindName = (kind: string, t: Translate): string | undefined =>
  KIND_KEYS.has(kind) ? t(`quotes.${kind as AttributionKind}`) : undefined;

/** The reply if nothing matches: `No paraphrase of Kim Tae-hyo about “weapons” in this article.` */
export function noQuotes(
  { article, quotes: all }: Briefing,
  { label, kind, about }: EmptyQuery,
  t: Translate = inEnglish,
): Reply {
  const isOpen = label === undefined && about === undefined;
  const what = kindName(kind ?? '', t) ?? t(isOpen ? 'quotes.quotation' : 'quotes.statement');
  const of = label === undefined ? '' : t('quotes.of', { label });
  return answer(
    paragraph(t('quotes.none', { what, of, about: aboutText(about, t) })),
    context(article.title),
    all.length > 0 ? actions(allQuotesAction(article, t)) : undefined,
  );
}

/** The sentence before paraphrases that are shown because there are no quotations. */
export const onlyParaphrased = (
  label: string | undefined,
  about: string | undefined,
  t: Translate = inEnglish,
): string =>
  label === undefined
    ? t('quotes.nobodyVerbatim', { about: aboutText(about, t) })
    : t('quotes.notVerbatim', { label, about: aboutText(about, t) });

const aboutText = (about: string | undefined, t: Translate): string =>
  about === undefined ? '' : t('quotes.about', { about: truncateForDisplay(about) });
