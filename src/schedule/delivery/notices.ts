import { message, type RenameCommands, type Text, translatorFor } from '#core/messages/index';
import type { Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import { answer, context, paragraph } from '#replies/blocks';

/** Messages about slots that were not sent as planned. */
export const NOTICES = {
  removed: message('notice.removed'),
  paused: message('notice.paused'),
  tooLate: message('notice.tooLate'),
  restarted: message('notice.restarted'),
  failed: message('delivery.failed'),
  noAnswer: message('notice.noAnswer'),
  damaged: message('notice.damaged'),
  notConnected: (platform: string) => message('delivery.notConnected', { platform }),
  /** The reason is a sentence of its own. */
  uncertain: (reason: Text) => message('notice.uncertain', { reason }),
  missing: (place: number, reason: Text) => message('notice.missing', { place, reason }),
  threadEnded: (place: number, reason: Text) => message('notice.threadEnded', { place, reason }),
} as const;

/** To the author of a schedule that was paused. */
export function pausedNotice({ id, language }: Schedule, reason: Text, rename?: RenameCommands): Reply {
  const t = translatorFor(language, rename);
  return answer(
    paragraph(t('notice.schedulePaused', { id, reason: t.message(reason) })),
    context(t('notice.mend', { id })),
  );
}

/** To the author of a schedule whose post was rejected. */
export function rejectedNotice({ id, language }: Schedule, reason: Text, rename?: RenameCommands): Reply {
  const t = translatorFor(language, rename);
  return answer(paragraph(t('notice.rejected', { id, reason: t.message(reason) })));
}

/** The preview of a post without content. */
export const nothingNew = ({ language }: Schedule): Reply =>
  answer(paragraph(translatorFor(language)('post.nothingToPost')));
