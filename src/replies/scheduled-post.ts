import type { Length, Sentence } from '#core/briefing';
import type { Entry } from '#core/catalog';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import type { Post } from '#core/scheduling';
import { action, actions, context, count, dotted, heading, list, paragraph, strong } from './blocks.ts';
import { credits, pointsOf, unsaid } from './brief.ts';
import type { Changes } from './changes.ts';
import { showDay } from './dates.ts';
import { evidenceAt, pilcrow } from './evidence.ts';
import { sideLines } from './positions.ts';
import { show, showLine } from './span-text.ts';
import { quoteWithByline } from './statement.ts';

/** An article that a channel has not seen, or not like this. */
export interface Fresh {
  readonly entry: Entry;
  /** Absent for a new one. */
  readonly changes?: Changes;
}

export interface Morning {
  /** The local day it is for: `2025-03-10`. */
  readonly day: string;
  /** The newest first. */
  readonly fresh: readonly Fresh[];
  readonly length: Length;
  readonly about?: string | undefined;
  /** Whether it is the first of its schedule, which begins with the newest article alone. */
  readonly first: boolean;
  /** The time it was due, where it comes late: `07:30`. */
  readonly late?: string | undefined;
}

/** How much of a morning each length shows. */
const SHOWN = {
  headline: { articles: 5, thread: 0, sides: 0, stances: 0, changes: 0 },
  short: { articles: 5, thread: 3, sides: 4, stances: 2, changes: 3 },
  full: { articles: 10, thread: 6, sides: 8, stances: 4, changes: 8 },
} as const satisfies Record<Length, unknown>;

/** What a channel is posted in the morning: what is new for it since its last post. */
export function morning(given: Morning): Post {
  const { fresh, length } = given;
  const shown = fresh.slice(0, SHOWN[length].articles);
  const hidden = fresh.length - shown.length;
  const [first] = shown;
  return {
    parent: posted(
      heading(`Morning briefing · ${showDay({ at: given.day })}`, 1),
      ...notes(given),
      shown.length > 0 ? list(shown.map(line)) : paragraph(nothing(given)),
      hidden > 0 ? context(`+${hidden} more`) : undefined,
      actions(
        first && action(shown.length > 1 ? 'Brief the newest' : 'Brief', 'brief', { article: first.entry.article.id }),
        action('Articles', 'articles', { about: given.about }),
      ),
    ),
    thread: shown.slice(0, SHOWN[length].thread).map((one) => detail(one, length)),
  };
}

const posted = (...blocks: readonly (Block | undefined)[]): Reply => ({
  visibility: 'channel',
  blocks: blocks.filter((block) => block !== undefined),
});

function notes({ fresh, first, late, about }: Morning): readonly Block[] {
  const updated = fresh.filter(({ changes }) => changes !== undefined).length;
  const counts = [
    ...(fresh.length > updated ? [`${fresh.length - updated} new`] : []),
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(about === undefined || fresh.length === 0 ? [] : [`about “${about}”`]),
    ...(late === undefined ? [] : [`late: it was due at ${late}`]),
  ];
  const start =
    first && fresh.length > 0 ? ['This is the first post: it shows the newest article. From now on, what is new.'] : [];
  return [...(counts.length > 0 ? [context(...dotted(counts))] : []), ...start.map((text) => paragraph(text))];
}

const nothing = ({ about, first }: Morning): string =>
  `${first ? 'There is no article' : 'Nothing new'}${about === undefined ? '' : ` about “${about}”`}${first ? ' yet' : ''}.`;

/** `NEW Arms for Ukraine depend on … — North Korean special forces are on their way …` */
function line({ entry: { article, briefing }, changes }: Fresh): RichText {
  const { whatsNew } = briefing;
  return [mark(changes), ' ', strong(article.title), ...(whatsNew ? [' — ', showLine(article, whatsNew)] : [])];
}

const mark = (changes: Changes | undefined): Inline => ({ text: changes ? 'UPDATED' : 'NEW', style: 'code' });

/** An article in the thread, beneath its line of what is new: what changed, or the key points; a quotation; who stands where. */
function detail({ entry, changes }: Fresh, length: Length): Reply {
  const { article, briefing } = entry;
  const [quote] = changes
    ? briefing.quotes.filter(({ speaker }) => speaker.kind === 'named')
    : unsaid(briefing, length);
  const sides = list(sideLines(briefing, SHOWN[length]));
  return posted(
    heading(article.title, 2),
    context(mark(changes), ' · ', ...credits(briefing)),
    ...(changes ? changed(entry, changes, SHOWN[length].changes) : [told(entry, length)]),
    quote && quoteWithByline(article, quote),
    ...(sides ? [heading('Where they stand', 3), sides] : []),
    actions(
      action('Read more', 'brief', { article: article.id, length: 'full' }),
      briefing.quotes.length > 0 ? action('Quotes', 'quotes', { article: article.id }) : undefined,
      briefing.positions.length > 0 ? action('Positions', 'positions', { article: article.id }) : undefined,
    ),
  );
}

/** The key points of a new article. */
const told = ({ article, briefing }: Entry, length: Length): Block | undefined =>
  list(pointsOf(briefing, length).map((point) => [showLine(article, point)]));

function changed({ article }: Entry, { added, withdrawn }: Changes, most: number): readonly (Block | undefined)[] {
  const cited = ({ span, paragraph }: Sentence): RichText => [
    show(article, span),
    ' · ',
    pilcrow(evidenceAt(article, paragraph, [span])),
  ];
  return [
    ...listing('Added', added.map(cited), most),
    ...listing(
      'Withdrawn',
      withdrawn.map((sentence) => [sentence]),
      most,
    ),
    added.length + withdrawn.length === 0 ? paragraph('The same sentences stand in another order.') : undefined,
  ];
}

function listing(title: string, items: readonly RichText[], most: number): readonly (Block | undefined)[] {
  if (items.length === 0) return [];
  const hidden = items.length - most;
  return [
    heading(`${title}: ${count(items.length, 'sentence')}`, 3),
    list(items.slice(0, most)),
    hidden > 0 ? context(`+${hidden} more`) : undefined,
  ];
}
