import { SIDES } from '#briefing/words/places';
import type { Briefing } from '#core/briefing';
import type { Choice } from '#core/commands/choice';
import type { Command, Context } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import type { Position } from '#core/position';
import type { Reply } from '#core/reply';
import {
  type Choosable,
  choose,
  clip,
  entryFor,
  findSpeakers,
  MAX_CHOICES,
  otherArticles,
  resolveName,
  speakerChoices,
  titleCase,
  truncateForDisplay,
} from '#lookup';
import {
  compare,
  joinMessage,
  noPositions,
  notFound,
  type Party,
  pageNumber,
  positionMapReply,
  positions,
} from '#replies';
import { ARTICLE, completeSpeaker, PAGE, resolveArticle, speakerValues } from './options.ts';

/** `/positions`: lists the positions of speakers and sides. */
export default {
  name: 'positions',
  description: 'Show who stands where, and the words it rests on',
  options: [
    {
      name: 'actor',
      description: 'A speaker or a side',
      type: 'text',
      main: true,
      values: speakerValues,
      complete: completeSpeaker,
    },
    ARTICLE,
    {
      name: 'compare',
      description: 'Two speakers or sides to compare side by side: “north korea, south korea”',
      type: 'text',
      values: speakerValues,
      complete: ({ catalog }, typed, { options }) =>
        comparable(speakerChoices(entryFor(catalog, options.article).briefing), typed, options.actor),
    },
    PAGE,
    { name: 'as', description: 'As a picture: a map of who is for and against', type: 'choice', choices: ['map'] },
  ],
  examples: ['/positions actor:"North Korea"', '/positions compare:"North Korea, South Korea"'],
  resolve,
  run,
} satisfies Command;

/** Resolves a comparison to one name in each option, using the article’s own names. */
function resolve(invocation: Invocation, { catalog }: Context): Invocation {
  const { command, options } = resolveArticle(catalog, invocation);
  const { briefing } = entryFor(catalog, options.article);
  const { actor, compare: second } = options;
  const settled = (typed: string): string => resolveName(briefing, typed, SIDES);
  if (second === undefined) {
    return { command, options: actor === undefined ? options : { ...options, actor: settled(actor) } };
  }
  const [left, right] = partiesToCompare(briefing, actor, second);
  return { command, options: { ...options, actor: settled(left), compare: settled(right) } };
}

function run({ options }: Invocation, { catalog, t, drawPicture }: Context): Reply | Promise<Reply> {
  const { actor } = options;
  const { article, briefing } = entryFor(catalog, options.article);
  const query = { actor, compare: options.compare, page: pageNumber(options.page) };
  const show = (taken: readonly Position[]): Reply | Promise<Reply> =>
    options.as === undefined
      ? positions(briefing, taken, query, t)
      : positionMapReply(briefing, taken, query, drawPicture, t);
  if (options.compare !== undefined) {
    const [first, second] = partiesToCompare(briefing, actor, options.compare);
    const [left, right] = [partyNamed(briefing, first), partyNamed(briefing, second)];
    const both = new Set([...left.positions, ...right.positions]);
    return options.as === undefined || both.size === 0 ? compare(briefing, left, right, t) : show([...both]);
  }
  if (actor === undefined) {
    return briefing.positions.length === 0 ? noPositions(briefing, undefined, t) : show(briefing.positions);
  }
  const found = findSpeakers(briefing, actor, SIDES);
  if (found.kind !== 'speakers') {
    return notFound({
      briefing,
      typed: actor,
      found,
      otherArticles: otherArticles(catalog, article, actor, SIDES),
      command: 'positions',
      t,
    });
  }
  const { label, positions: taken } = partyNamed(briefing, actor);
  return taken.length === 0 ? noPositions(briefing, label, t) : show(taken);
}

const SEPARATORS = /\s*[,;]\s*|\s+(?:vs\.?|versus)\s+/iu;

/** The two sides to compare: both in `compare`, or the actor and one more. */
function partiesToCompare(briefing: Briefing, actor: string | undefined, typed: string): readonly [string, string] {
  // A name may contain a comma.
  if (actor !== undefined && findSpeakers(briefing, typed, SIDES).kind === 'speakers') return [actor, typed];
  const [left, right, ...others] = [...(actor === undefined ? [] : [actor]), ...typed.split(SEPARATORS)].filter(
    (name) => name.trim() !== '',
  );
  if (left === undefined || right === undefined || others.length > 0) {
    throw new UserError(message('error.compareTwo'));
  }
  return [left, right];
}

/** A speaker's positions under the name used in the article; empty, with the name as typed, if there are none. */
function partyNamed(briefing: Briefing, typed: string): Party {
  const found = findSpeakers(briefing, typed, SIDES);
  if (found.kind === 'near') {
    const sentence = message('found.notQuoted', { name: titleCase(truncateForDisplay(typed)) });
    throw new UserError(message('found.didYouMean', { sentence, names: joinMessage(found.names, 'or') }));
  }
  if (found.kind !== 'speakers')
    return {
      label: found.kind === 'mentioned' ? found.name : titleCase(truncateForDisplay(typed)),
      actor: typed,
      positions: [],
    };
  const ids = new Set(found.speakers.map(({ id }) => id));
  return {
    label: found.label,
    actor: typed,
    positions: briefing.positions.filter(({ speaker }) => ids.has(speaker.id)),
  };
}

/** The maximum number of matching names that are paired with each other name. */
const MAX_FIRST_NAMES = 5;

/**
 * Completes both names, as a comparison needs two: pairs until a comma is typed, then the second name. With an
 * actor, one name is enough. The label is the value that is filled in: both names.
 */
function comparable(all: readonly Choosable[], typed: string, actor: string | undefined): readonly Choice[] {
  const cut = typed.lastIndexOf(',') + 1;
  if (cut > 0) {
    const before = typed.slice(0, cut);
    return choose(all, typed.slice(cut)).map(({ label, value }) => pairOf(before, { label, value }));
  }
  if (actor !== undefined) return choose(all, typed);
  return choose(all, typed)
    .slice(0, MAX_FIRST_NAMES)
    .flatMap(({ value }) => all.filter((other) => other.value !== value).map((other) => pairOf(`${value},`, other)))
    .filter(({ value }) => value.length <= MAX_PAIR_LENGTH)
    .slice(0, MAX_CHOICES);
}

/** The maximum length of the option's value. */
const MAX_PAIR_LENGTH = 100;

const pairOf = (before: string, { label, value }: Choice): Choice => ({
  label: clip(`${before} ${label}`),
  value: `${before} ${value}`,
});
