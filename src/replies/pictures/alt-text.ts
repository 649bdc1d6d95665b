import { inEnglish, type Translate } from '#core/messages/index';
import { CAMPS, type Picture, type PositionMap, type Standing } from '#core/picture';
import { quoteText } from '#core/reply';

/** The alternative text of a picture: the same in words. */
export function altTextOf(picture: Picture, t: Translate = inEnglish): string {
  switch (picture.kind) {
    case 'quote': {
      const by = [picture.speaker, picture.role].filter((part) => part !== undefined).join(', ');
      return `${quoteText(picture.words)} — ${by}. ${picture.source}`;
    }
    case 'positions':
      return t('picture.map', {
        title: picture.title,
        standings: picture.sides.map((side) => sideText(side, picture.camps)).join(' '),
      });
    case 'voices': {
      const all = picture.voices.map(({ speaker, label }) => `${speaker}, ${label}`);
      return t('picture.voices', {
        voices: [...all, ...(picture.more === undefined ? [] : [picture.more])].join('; '),
      });
    }
  }
}

// Lowland – Against: Mara Lind (condemns), Tessa Bram (opposes). For: Ivo Quill (supports).
function sideText({ side, standings }: PositionMap['sides'][number], camps: PositionMap['camps']): string {
  const parts = CAMPS.filter((camp) => standings[camp].length > 0).map(
    (camp) => `${camps[camp]}: ${standings[camp].map(standingText).join(', ')}.`,
  );
  return `${side === '' ? '' : `${side} – `}${parts.join(' ')}`;
}

const standingText = ({ speaker, stances }: Standing): string => `${speaker} (${stances.join(', ')})`;
