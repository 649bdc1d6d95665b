import { SIDES } from '#briefing/words/places';
import { type Attribution, KINDS } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Command, Context } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import type { Reply } from '#core/reply';
import type { Speaker } from '#core/speaker';
import { containsWords, entryFor, findSpeakers, otherArticles, resolveName } from '#lookup';
import {
  answer,
  firstQuotation,
  noQuotes,
  notFound,
  onlyParaphrased,
  pageNumber,
  paragraph,
  quoteCardReply,
  quotes,
  spanText,
} from '#replies';
import { ARTICLE, completeSpeaker, PAGE, resolveArticle, speakerValues } from './options.ts';
import search from './search.ts';

const isQuoted = ({ quoted }: Attribution): boolean => quoted.length > 0;

/** `/quotes`: lists statements verbatim by speaker. */
export default {
  name: 'quotes',
  description: 'Show who said what, word for word',
  options: [
    {
      name: 'speaker',
      description: 'The speaker, by any name, office or side',
      type: 'text',
      main: true,
      values: speakerValues,
      complete: completeSpeaker,
    },
    ARTICLE,
    {
      name: 'kind',
      description: 'Whole quotations, words quoted in a sentence, paraphrases, or all',
      type: 'choice',
      choices: [...KINDS, 'all'],
    },
    { name: 'about', description: 'Only quotations that contain these words', type: 'text', maxLength: 48 },
    {
      name: 'since',
      description: 'From all articles published since: 7d, yesterday or 2024-10-01',
      type: 'text',
      maxLength: 20,
    },
    PAGE,
    { name: 'as', description: 'As a picture: the main quotation on a card', type: 'choice', choices: ['card'] },
  ],
  examples: ['/quotes speaker:"Kim Tae-hyo"', '/quotes about:weapons kind:all'],
  resolve,
  run,
} satisfies Command;

function resolve(invocation: Invocation, { catalog }: Context): Invocation {
  if (invocation.options.since !== undefined) return invocation;
  const { command, options } = resolveArticle(catalog, invocation);
  if (options.speaker === undefined) return { command, options };
  const { briefing } = entryFor(catalog, options.article);
  return { command, options: { ...options, speaker: resolveName(briefing, options.speaker, SIDES) } };
}

function run({ options }: Invocation, context: Context): Reply | Promise<Reply> {
  if (options.since !== undefined) return overArticles(options, context);
  const { catalog, t } = context;
  const { speaker: typed = '', kind, about } = options;
  const { article, briefing } = entryFor(catalog, options.article);
  const found = options.speaker === undefined ? undefined : findSpeakers(briefing, typed, SIDES);
  if (found && found.kind !== 'speakers') {
    return notFound({
      briefing,
      typed,
      found,
      otherArticles: otherArticles(catalog, article, typed, SIDES),
      command: 'quotes',
      t,
    });
  }
  const statements = statementsAbout(briefing, about);
  const all = uniqueStatements(statements.filter(saidBy(found?.speakers)));
  const shown = all.filter(ofKind(kind));
  const speakers = speakersOf(kind === undefined ? statements : statements.filter(ofKind(kind)));
  const asked = { speaker: options.speaker, kind, about, page: pageNumber(options.page) };
  const label = found?.label;
  const quotation = options.as === undefined ? undefined : firstQuotation(briefing, shown);
  if (quotation) {
    const quoted = speakersOf(statements.filter(isQuoted));
    return quoteCardReply(briefing, { quotation, speakers: quoted, query: asked }, context.drawPicture, t);
  }
  const note = options.as === undefined ? {} : { note: t('picture.noQuotation') };
  if (shown.length > 0) {
    const hidden = kind === undefined ? all.length - shown.length : 0;
    return quotes(briefing, { shown, hidden, speakers, ...note }, asked, t);
  }
  // Showing paraphrases of the speaker with a note is better than an empty result.
  return kind === undefined && all.length > 0
    ? quotes(briefing, { shown: all, hidden: 0, speakers, note: onlyParaphrased(label, about, t) }, asked, t)
    : noQuotes(briefing, { label, kind, about }, t);
}

/** Searches all articles, including the archive, where a speaker is identified by name and office. */
function overArticles({ speaker, about, since, page, article, as }: Invocation['options'], context: Context) {
  if (as !== undefined) return answer(paragraph(context.t('picture.oneArticle')));
  if (article !== undefined) {
    return answer(paragraph(context.t('error.sinceAndArticle')));
  }
  const options = { speaker, words: about, since, page };
  const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return search.run({ command: search.name, options: Object.fromEntries(given) }, context);
}

/** The statements about a subject; all statements if none is given. */
const statementsAbout = ({ article, attributions }: Briefing, about: string | undefined): readonly Attribution[] =>
  about === undefined
    ? attributions
    : attributions.filter(({ sentences }) => containsWords(spanText(article, sentences), about));

/** Returns a predicate that tests for these speakers; true for any speaker if none are given. */
function saidBy(speakers: readonly Speaker[] | undefined): (attribution: Attribution) => boolean {
  if (speakers === undefined) return () => true;
  const ids = new Set(speakers.map(({ id }) => id));
  return ({ speaker }) => speaker.kind === 'named' && ids.has(speaker.speaker.id);
}

function ofKind(kind: string | undefined): (attribution: Attribution) => boolean {
  if (kind === undefined) return isQuoted;
  return kind === 'all' ? () => true : (attribution) => attribution.kind === kind;
}

/** The speakers of these statements, those with quotations first. */
function speakersOf(all: readonly Attribution[]): readonly Speaker[] {
  const named = [...all.filter(isQuoted), ...all].flatMap(({ speaker }) =>
    speaker.kind === 'named' ? [speaker.speaker] : [],
  );
  return [...new Set(named)];
}

/** Removes duplicates: two paraphrases in one sentence are shown once. */
function uniqueStatements(all: readonly Attribution[]): readonly Attribution[] {
  const seen = new Set<string>();
  return all.filter((attribution) => {
    if (isQuoted(attribution)) return true;
    const key = `${attribution.sentences.start} ${attribution.speaker.kind === 'named' ? attribution.speaker.speaker.id : ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
