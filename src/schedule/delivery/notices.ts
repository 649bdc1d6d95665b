import { translatorFor } from '#core/messages/index';
import type { Reply } from '#core/reply';
import type { Schedule } from '#core/schedule';
import { answer, context, paragraph } from '#replies/blocks';

/** Messages about slots that were not sent as planned. */
export const NOTICES = {
  removed: 'The schedule was removed.',
  paused: 'The schedule was paused.',
  tooLate: 'It was too late to make it up.',
  restarted: 'Onrecord was restarted.',
  failed: 'An error inside: the log says more.',
  noAnswer: 'The platform’s answer got lost.',
  damaged: 'what was written down of it cannot be read.',
  notConnected: (platform: string) => `${platform} is not connected.`,
  /** The reason is a sentence of its own. */
  uncertain: (reason: string) => `It may have been posted, and is not posted again: ${reason}`,
  missing: (place: number, reason: string) => `Message ${place} of the thread is missing: ${reason}`,
  threadEnded: (place: number, reason: string) => `The thread ends before message ${place}: ${reason}`,
} as const;

/** To the author of a schedule that was paused. */
export const pausedNotice = ({ id }: Schedule, reason: string): Reply =>
  answer(
    paragraph(`Your schedule ${id} pauses, because it cannot post any more: ${reason}`),
    context(`When that is mended: /schedule resume ${id}`),
  );

/** To the author of a schedule whose post was rejected. */
export const rejectedNotice = ({ id }: Schedule, reason: string): Reply =>
  answer(paragraph(`A post of your schedule ${id} was not taken, and is left out: ${reason}`));

/** The preview of a post without content. */
export const nothingNew = ({ language }: Schedule): Reply =>
  answer(paragraph(translatorFor(language)('post.nothingToPost')));
