import type { types } from '@slack/bolt';
import type { Drawable } from '#chat/paginate/drawable';
import { type PaginateOptions, paginate } from '#chat/paginate/paginate';
import type { Command } from '#core/commands/command';
import { type Translate, translatorFor } from '#core/messages/index';
import type { Answer } from '#core/ports';
import { type Reply, sentenceReply } from '#core/reply';
import { MESSAGE_BUDGET } from './budget.ts';
import { type Message, render, renderText } from './message.ts';

/** The parameters with which an answer is rendered. */
export interface AnswerStyle {
  readonly commands: readonly Command[];
  /** The part of a long answer, from 1. */
  readonly part: number;
  /** Text alone, if Slack refuses the blocks. */
  readonly plain?: boolean;
}

const paginated = (
  answer: Answer,
  style: AnswerStyle,
  options: Pick<PaginateOptions, 'extras' | 'shared'> = {},
): readonly Drawable[] =>
  paginate(answer.reply, {
    ...style,
    budget: MESSAGE_BUDGET,
    t: textsOf(answer),
    invocation: answer.invocation ?? answer.incomplete,
    ...options,
  });

/** The user’s own copy of an answer; `shareable` if there is a channel to post it to. */
export const privateAnswer = (answer: Answer, style: AnswerStyle, shareable: boolean): Message =>
  drawn(paginated(answer, style, { extras: extrasOf(answer, style, shareable) }), style);

const drawn = (drawables: readonly Drawable[], { plain }: AnswerStyle): Message =>
  plain ? renderText(drawables) : render(drawables);

function extrasOf(
  answer: Answer,
  { commands }: AnswerStyle,
  shareable: boolean,
): NonNullable<PaginateOptions['extras']> {
  const { outcome, invocation, incomplete } = answer;
  const options = commands.find(({ name }) => name === (invocation ?? incomplete)?.command)?.options ?? [];
  return [
    ...(options.length > 0 ? (['form'] as const) : []),
    ...(shareable && outcome === 'answered' ? (['share'] as const) : []),
  ];
}

/** Replaces the user’s copy once it has been shared: the channel shows the answer. */
export const sharedConfirmation = (answer: Pick<Answer, 'language'>): Message =>
  render([{ type: 'context', text: [textsOf(answer)('chat.shared')] }]);

/** The app's texts in the language of an answer. */
const textsOf = ({ language }: Pick<Answer, 'language'>): Translate => translatorFor(language);

/** An answer for the channel, with the name of the user who shared it. */
export function sharedAnswer(answer: Answer, style: AnswerStyle, user: string): Message {
  const { text, blocks } = drawn(paginated(answer, style, { shared: true }), style);
  const signature = signatureOf(user, textsOf(answer));
  if (style.plain) return { text: `${signature}\n\n${text}`, blocks };
  const context: types.ContextBlock = { type: 'context', elements: [{ type: 'mrkdwn', text: signature }] };
  return { text, blocks: [context, ...blocks] };
}

/** Only an ID becomes a mention. */
const signatureOf = (user: string, t: Translate): string =>
  /^[UW]\w+$/.test(user) ? t('chat.sharedBy', { user: `<@${user}>` }) : t('chat.sharedByUnknown');

/** A short message from the app. */
const notice = (reply: Reply): Message => render(paginate(reply, { commands: [], budget: MESSAGE_BUDGET }));

/** A message of one sentence from the app. */
export const sentenceNotice = (text: string): Message => notice(sentenceReply(text));
