import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Block, Reply } from '#core/reply';
import type { Speaker } from '#core/speaker';
import { truncateForDisplay } from '#lookup';
import { nameAtStart, speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, count, heading, joinWithDots, paragraph, select } from './blocks.ts';
import { evidenceOf, paragraphMark } from './evidence.ts';
import { pageLabel, pageOf } from './pages.ts';
import { spanText } from './span-text.ts';
import { speakerDetails, unclear } from './speakers.ts';
import { quoteWithLeadIn } from './statement.ts';

/** So many statements, with their lead-ins, fit one message everywhere. */
const QUOTES_PER_PAGE = 6;

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
  /** Who has said something of the kind, whoever was asked for; the ones to choose from, in their order. */
  readonly speakers: readonly Speaker[];
  /** A sentence to begin with. */
  readonly note?: string;
}

/** What people said, speaker by speaker, each word as it stands in the article. */
export function quotes(briefing: Briefing, { shown, hidden, speakers, note }: QuotesFound, query: QuotesQuery): Reply {
  const { article } = briefing;
  const page = pageOf(bySpeaker(shown), query.page, QUOTES_PER_PAGE);
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
    ...groups(page.items).flatMap((group) => [
      ...speakerBlocks(group),
      ...group.flatMap((attribution) => statementBlocks(article, attribution)),
    ]),
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

const speakerKey = ({ speaker }: Attribution): string =>
  speaker.kind === 'named' ? speaker.speaker.id : `?${unclear(speaker)}`;

/** All of one speaker's together, the speakers in the order of their first words, the unknown last. */
function bySpeaker(all: readonly Attribution[]): readonly Attribution[] {
  const named = all.filter(({ speaker }) => speaker.kind === 'named');
  const unknown = all.filter(({ speaker }) => speaker.kind === 'unknown');
  return [...groups(named).flat(), ...unknown];
}

const groups = (all: readonly Attribution[]): readonly (readonly Attribution[])[] => [
  ...Map.groupBy(all, speakerKey).values(),
];

function speakerBlocks([first]: readonly Attribution[]): readonly Block[] {
  if (!first) return [];
  if (first.speaker.kind === 'unknown') return [heading(upperFirst(unclear(first.speaker)), 3)];
  const { speaker } = first.speaker;
  const known = speakerDetails(speaker);
  return [heading(nameAtStart(speaker), 3), ...(known === '' ? [] : [context(known)])];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A quotation as one; a paraphrase as the article's own sentence, without any quotation marks of ours. */
function statementBlocks(article: Article, attribution: Attribution): readonly Block[] {
  if (attribution.quoted.length > 0) return [quoteWithLeadIn(article, attribution)];
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
