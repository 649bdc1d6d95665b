import type { Article } from '#core/article';
import type { Attribution, Stance } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import { inEnglish, type Translate } from '#core/messages/index';
import {
  CAMPS,
  type Camp,
  type Picture,
  type PositionMap,
  type QuoteCard,
  type Standing,
  type Voices,
} from '#core/picture';
import type { Position } from '#core/position';
import { quotedText, spanText } from '#core/text/span-text';
import { nameAtStart } from '#lookup/labels';
import { sanitize } from '#text/sanitize';
import { showDay } from '../dates.ts';

/** A picture of an article: `map`, `voices`, or the card of a quotation: `card-a3`; undefined if there is none. */
export function pictureOf(briefing: Briefing, name: string, t: Translate = inEnglish): Picture | undefined {
  const { article, positions, attributions, quotes } = briefing;
  if (name === 'map') return positions.length > 0 ? positionMap(article, positions, t) : undefined;
  if (name === 'voices') return attributions.length > 0 ? voices([briefing], t) : undefined;
  const quotation = quotes.find(({ id }) => name === `card-${id}`);
  return quotation && quoteCard(article, quotation, t);
}

export function quoteCard(article: Article, { quoted, speaker }: Attribution, t: Translate): QuoteCard {
  const known = speaker.kind === 'named' ? speaker.speaker : undefined;
  const role = [known?.office ?? known?.role, known?.side].filter((part) => part !== undefined).join(' · ');
  return {
    kind: 'quote',
    words: quoted.map((span) => sanitize(quotedText(article, span))),
    speaker: known ? nameAtStart(known) : t('picture.unclear'),
    ...(role === '' ? {} : { role }),
    source: [article.publisher ?? article.title, article.published && showDay(article.published, t)]
      .filter((part) => part !== undefined)
      .join(' · '),
  };
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

/** The map of some positions of an article. */
export function positionMap(article: Article, positions: readonly Position[], t: Translate): PositionMap {
  const sides = [...Map.groupBy(positions, ({ side }) => side)].map(([side, all]) => ({
    // If the side is unknown, the speaker's name takes its place, and is shown only once.
    side: all.every(({ speaker }) => speaker.name === side) ? '' : side,
    standings: Object.fromEntries(
      CAMPS.map((camp) => [
        camp,
        standings(
          all.filter(({ stance }) => CAMP_OF[stance] === camp),
          t,
        ),
      ]),
    ) as Record<Camp, readonly Standing[]>,
  }));
  const camps = { against: t('picture.against'), between: t('picture.between'), for: t('picture.for') };
  return { kind: 'positions', title: sanitize(article.title), camps, sides };
}

const standings = (positions: readonly Position[], t: Translate): readonly Standing[] =>
  [...Map.groupBy(positions, ({ speaker }) => speaker)].map(([speaker, all]) => ({
    speaker: nameAtStart(speaker),
    stances: [...new Set(all.map(({ stance }) => t(`picture.${stance}`)))],
  }));

const MAX_VOICES = 12;

/** Who speaks how much in one or several articles. */
export function voices(briefings: readonly Briefing[], t: Translate): Voices {
  const counts = new Map<string, number>();
  for (const { article, attributions } of briefings) {
    for (const { speaker, content } of attributions) {
      const name = speaker.kind === 'named' ? nameAtStart(speaker.speaker) : t('picture.unclear');
      const words = content.reduce((sum, span) => sum + spanText(article, span).split(' ').filter(Boolean).length, 0);
      counts.set(name, (counts.get(name) ?? 0) + words);
    }
  }
  const [first, ...others] = briefings;
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const rest = sorted.length - MAX_VOICES;
  return {
    kind: 'voices',
    title:
      first && others.length === 0 ? sanitize(first.article.title) : t('picture.voicesOf', { count: briefings.length }),
    voices: sorted
      .slice(0, MAX_VOICES)
      .map(([speaker, words]) => ({ speaker, words, label: t('picture.words', { count: words }) })),
    ...(rest > 0 && { more: t('picture.more', { count: rest }) }),
  };
}
