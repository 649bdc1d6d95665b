import type { Article } from '#core/article';
import type { Attribution, Stance } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import {
  CAMPS,
  type Camp,
  type Picture,
  type PositionMap,
  type QuoteCard,
  type Standing,
  type Voices,
} from '#core/picture';
import { quoteText } from '#core/reply';
import type { Span } from '#core/span';
import { sanitize } from '#text/sanitize';

/** A picture of an article: `map`, `voices`, or the card of a quotation: `card-a3`; undefined if there is none. */
export function pictureOf(briefing: Briefing, name: string): Picture | undefined {
  if (name === 'map') return briefing.positions.length > 0 ? positionMap(briefing) : undefined;
  if (name === 'voices') return briefing.attributions.length > 0 ? voices(briefing) : undefined;
  const quotation = briefing.quotes.find(({ id }) => name === `card-${id}`);
  return quotation && quoteCard(briefing.article, quotation);
}

function quoteCard(article: Article, { quoted, speaker }: Attribution): QuoteCard {
  const known = speaker.kind === 'named' ? speaker.speaker : undefined;
  const role = [known?.office ?? known?.role, known?.side].filter((part) => part !== undefined).join(' · ');
  return {
    kind: 'quote',
    // The comma before the closing mark belongs to the sentence around it.
    words: quoted.map((span) => wordsAt(article, span).replace(/,$/, '')),
    ...(known && { speaker: nameOf(known) }),
    ...(role === '' ? {} : { role }),
    source: [article.publisher ?? article.title, article.published && dateOf(article.published.at)]
      .filter((part) => part !== undefined)
      .join(' · '),
  };
}

const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `22 October 2024` */
function dateOf(at: string): string {
  const date = new Date(`${at.slice(0, 10)}T00:00Z`);
  return Number.isNaN(date.getTime()) ? at : DATE.format(date);
}

/** Capitalizes a name: a description in place of a name starts with a capital, too. */
const nameOf = ({ name }: { readonly name: string }): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The visible text of a span, with edits applied. */
function wordsAt({ text, edits }: Article, { start, end }: Span): string {
  let words = '';
  let at = start;
  for (const edit of edits) {
    if (edit.end < start || edit.start >= end) continue;
    words += text.slice(at, Math.max(at, edit.start)) + edit.replacement;
    at = Math.max(at, edit.end);
  }
  return sanitize(words + text.slice(at, Math.max(at, end))).trim();
}

const CAMP_OF: Readonly<Record<Stance, Camp>> = {
  supports: 'for',
  confirms: 'for',
  pledges: 'for',
  opposes: 'against',
  condemns: 'against',
  denies: 'against',
  states: 'between',
  demands: 'between',
  warns: 'between',
  considers: 'between',
  predicts: 'between',
  declines: 'between',
};

function positionMap({ article, positions }: Briefing): PositionMap {
  const sides = [...Map.groupBy(positions, ({ side }) => side)].map(([side, all]) => ({
    // If the side is unknown, the speaker's name takes its place, and is shown only once.
    side: all.every(({ speaker }) => speaker.name === side) ? '' : side,
    standings: Object.fromEntries(
      CAMPS.map((camp) => [camp, standings(all.filter(({ stance }) => CAMP_OF[stance] === camp))]),
    ) as Record<Camp, readonly Standing[]>,
  }));
  return { kind: 'positions', title: sanitize(article.title), sides };
}

const standings = (positions: Briefing['positions']): readonly Standing[] =>
  [...Map.groupBy(positions, ({ speaker }) => speaker)].map(([speaker, all]) => ({
    speaker: nameOf(speaker),
    stances: [...new Set(all.map(({ stance }) => stance))],
  }));

const MAX_VOICES = 12;

function voices({ article, attributions }: Briefing): Voices {
  const counts = new Map<string, number>();
  for (const { speaker, content } of attributions) {
    const name = speaker.kind === 'named' ? nameOf(speaker.speaker) : 'Unclear who';
    const words = content.reduce((sum, span) => sum + wordsAt(article, span).split(' ').filter(Boolean).length, 0);
    counts.set(name, (counts.get(name) ?? 0) + words);
  }
  const sorted = [...counts].map(([speaker, words]) => ({ speaker, words })).sort((a, b) => b.words - a.words);
  return { kind: 'voices', title: sanitize(article.title), voices: sorted.slice(0, MAX_VOICES) };
}

/** The alternative text of a picture. */
export function altTextOf(picture: Picture): string {
  switch (picture.kind) {
    case 'quote': {
      const by = [picture.speaker ?? 'unclear who says it', picture.role]
        .filter((part) => part !== undefined)
        .join(', ');
      return `${quoteText(picture.words)} — ${by}. ${picture.source}`;
    }
    case 'positions':
      return `Who stands where: ${picture.sides.flatMap(({ standings }) => CAMPS.flatMap((camp) => standings[camp].map(standingText))).join('; ')}.`;
    case 'voices':
      return `Who speaks how much: ${picture.voices.map(({ speaker, words }) => `${speaker}, ${words}`).join('; ')} words.`;
  }
}

const standingText = ({ speaker, stances }: Standing): string => `${speaker} ${stances.join(', ')}`;
