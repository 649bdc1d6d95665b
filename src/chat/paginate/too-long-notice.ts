import type { Translate } from '#core/messages/index';
import type { Inline, RichText } from '#core/reply';
import type { Drawable } from './drawable.ts';

export const textLength = (text: RichText): number =>
  text.reduce((sum, inline) => sum + (typeof inline === 'string' ? inline : inline.text).length, 0);

type PieceName = 'quotation' | 'sentence' | 'heading' | 'paragraph';

/** Returns the replacement for content that fits no message: its kind, its length, and where to read it. */
export function tooLongNotice(what: PieceName, characters: number, where: RichText, t: Translate): Drawable {
  const links = where.filter(
    (inline): inline is Exclude<Inline, string> => typeof inline !== 'string' && inline.href !== undefined,
  );
  const about = what === 'quotation' ? where : links.slice(0, 1);
  const count = characters.toLocaleString('en');
  const notice = t('chat.tooLong', { piece: t(`piece.${what}`), count });
  return {
    type: 'paragraph',
    text: [{ text: notice, style: 'emphasis' }, ...(about.length > 0 ? [' ', ...about] : [])],
  };
}
