import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Block, Reply } from '#core/reply';
import type { Speaker } from '#core/speaker';
import { echo } from '#lookup';
import { nameAtStart, speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, count, dotted, heading, paragraph, select } from './blocks.ts';
import { evidenceOf, pilcrow } from './evidence.ts';
import { pageOf, showPage } from './pages.ts';
import { show } from './span-text.ts';
import { standing, unclear } from './speakers.ts';
import { quoteWithLeadIn } from './statement.ts';

/** So many statements, with their lead-ins, fit one message everywhere. */
const QUOTES_A_PAGE = 6;

/** What was asked for, so that the next page can be asked for alike. */
export interface QuotesAsked {
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
  readonly heard: readonly Speaker[];
  /** A sentence to begin with. */
  readonly note?: string;
}

/** What people said, speaker by speaker, each word as it stands in the article. */
export function quotes(briefing: Briefing, { shown, hidden, heard, note }: QuotesFound, asked: QuotesAsked): Reply {
  const { article } = briefing;
  const page = pageOf(bySpeaker(shown), asked.page, QUOTES_A_PAGE);
  const again = (label: string, options: { kind?: string; page?: number }) =>
    action(label, 'quotes', {
      article: article.id,
      speaker: asked.speaker,
      kind: options.kind ?? asked.kind,
      about: asked.about,
      page: options.page === undefined ? undefined : String(options.page),
    });
  return answer(
    heading(page.items.every(({ kind }) => kind === 'indirect') ? 'Paraphrased' : 'Quotations', 2),
    context(...dotted([article.title, countOf(shown), showPage(page)].filter((text) => text !== ''))),
    note === undefined ? undefined : paragraph(note),
    ...groups(page.items).flatMap((group) => [...speakerBlocks(group), ...group.flatMap((one) => said(article, one))]),
    actions(
      page.number > 1 ? again('Previous', { page: page.number - 1 }) : undefined,
      page.number < page.pages ? again('Next', { page: page.number + 1 }) : undefined,
      hidden > 0 ? again(`Paraphrases too (${hidden})`, { kind: 'all' }) : undefined,
      action('Positions', 'positions', { article: article.id, actor: asked.speaker }),
      (asked.speaker ?? asked.kind ?? asked.about) ? everybody(article) : undefined,
    ),
    select(
      {
        label: 'Speaker',
        command: 'quotes',
        option: 'speaker',
        options: { article: article.id, kind: asked.kind, about: asked.about },
      },
      heard.map(speakerChoice),
    ),
  );
}

/** Back from one speaker, or one subject, to all of the article. */
const everybody = ({ id }: Article) => action('All quotations', 'quotes', { article: id });

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
  const known = standing(speaker);
  return [heading(nameAtStart(speaker), 3), ...(known === '' ? [] : [context(known)])];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A quotation as one; a paraphrase as the article's own sentence, without any quotation marks of ours. */
function said(article: Article, one: Attribution): readonly Block[] {
  if (one.quoted.length > 0) return [quoteWithLeadIn(article, one)];
  return [
    paragraph(show(article, one.sentences)),
    context('paraphrased, not quoted · ', pilcrow(evidenceOf(article, one))),
  ];
}

/** Which statements were asked for. */
interface Asked {
  readonly label?: string | undefined;
  readonly kind?: string | undefined;
  readonly about?: string | undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  direct: 'direct quotation',
  mixed: 'partial quotation',
  indirect: 'paraphrase',
};

/** Where nothing fits: `No paraphrase of Kim Tae-hyo about “weapons” in this article.` */
export function noQuotes({ article, quotes: all }: Briefing, { label, kind, about }: Asked): Reply {
  const what = NAMES[kind ?? ''] ?? (label === undefined && about === undefined ? 'quotation' : 'statement');
  return answer(
    paragraph(`No ${what}${label === undefined ? '' : ` of ${label}`}${aboutWords(about)} in this article.`),
    context(article.title),
    all.length > 0 ? actions(everybody(article)) : undefined,
  );
}

/** The sentence before paraphrases that are shown for want of quotations. */
export const onlyParaphrased = (label: string | undefined, about: string | undefined): string =>
  label === undefined
    ? `Nobody is quoted word for word${aboutWords(about)}; the article paraphrases.`
    : `${label} is not quoted word for word${aboutWords(about)}; the article paraphrases.`;

const aboutWords = (about: string | undefined): string => (about === undefined ? '' : ` about “${echo(about)}”`);
