import type { types } from '@slack/bolt';
import { type PaginateOptions, paginate } from '#chat/paginate/paginate';
import type { Command } from '#core/command';
import type { Answer } from '#core/ports';
import type { Reply } from '#core/reply';
import { MESSAGE_BUDGET } from './budget.ts';
import { type Message, render } from './message.ts';
import type { RenameCommands } from './rename-commands.ts';

/** What an answer is drawn with. */
export interface AnswerStyle {
  readonly commands: readonly Command[];
  /** Which part of a long answer, from 1. */
  readonly part: number;
  readonly renameCommands: RenameCommands;
}

const paginated = (answer: Answer, style: AnswerStyle, extras: PaginateOptions['extras'] = []) =>
  paginate(style.renameCommands(answer), {
    ...style,
    budget: MESSAGE_BUDGET,
    invocation: answer.invocation ?? answer.incomplete,
    extras,
  });

/** The asker’s own copy of an answer; `shareable` where there is a channel that it could be posted to. */
export const privateAnswer = (answer: Answer, style: AnswerStyle, shareable: boolean): Message =>
  render(paginated(answer, style, extrasOf(answer, style, shareable)));

function extrasOf(answer: Answer, { commands }: AnswerStyle, shareable: boolean): PaginateOptions['extras'] {
  const { outcome, invocation, incomplete } = answer;
  const options = commands.find(({ name }) => name === (invocation ?? incomplete)?.command)?.options ?? [];
  return [
    ...(options.length > 0 ? (['form'] as const) : []),
    ...(shareable && outcome === 'answered' ? (['share'] as const) : []),
  ];
}

/** The asker’s copy once it has been shared. */
export const sharedConfirmation = (answer: Answer, style: AnswerStyle): Message =>
  render([{ type: 'context', text: ['Shared in this channel.'] }, ...paginated(answer, style)]);

/** An answer for the channel, under the name of who shared it. */
export function sharedAnswer(answer: Answer, style: AnswerStyle, user: string): Message {
  const { text, blocks } = render(paginated(answer, style));
  return { text, blocks: [signature(user), ...blocks] };
}

/** Only an id becomes a mention. */
const signature = (user: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: /^[UW]\w+$/.test(user) ? `Shared by <@${user}>` : 'Shared' }],
});

/** A few words of ours. */
export const notice = (reply: Reply): Message => render(paginate(reply, { commands: [], budget: MESSAGE_BUDGET }));

export const sentenceReply = (text: string): Reply => ({
  visibility: 'asker',
  blocks: [{ type: 'paragraph', text: [text] }],
});
