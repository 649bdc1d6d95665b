import { encodeToken } from '#chat/button-token';
import type { Button, Drawable, MessageBudget } from '#chat/paginate/drawable';
import { type PaginateOptions, paginate } from '#chat/paginate/paginate';
import type { Command } from '#core/commands/command';
import { type Translate, translatorFor } from '#core/messages/index';
import type { Answer } from '#core/ports';
import type { OutgoingPost } from '#core/publisher';
import { isPrivate, type Reply } from '#core/reply';
import { BUTTON } from '../limits.ts';
import { MESSAGE_KEY_LENGTH, messageKeyIn, withMessageKey } from '../message-key.ts';
import { MESSAGE_BUDGET } from './budget.ts';
import { textDisplay } from './components.ts';
import { type Message, render } from './message.ts';
import type { RewriteCommands } from './rewrite-commands.ts';

/** What an answer is drawn with. */
export interface AnswerStyle {
  readonly commands: readonly Command[];
  /** Which part of a long answer, from 1. */
  readonly part: number;
  /** Makes mentions of the commands in our own texts; left out where their ids are not known. */
  readonly rewriteCommands?: RewriteCommands;
}

const paginated = (
  answer: Answer,
  style: AnswerStyle,
  options: Pick<PaginateOptions, 'extras' | 'shared'> = {},
): readonly Drawable[] =>
  paginate(style.rewriteCommands?.(answer) ?? answer.reply, {
    ...style,
    budget: MESSAGE_BUDGET,
    t: textsOf(answer),
    invocation: answer.invocation,
    ...options,
  });

/** The user's own copy of an answer; `shareable` if there is a channel that it could be posted to. */
export const privateAnswer = (answer: Answer, style: AnswerStyle, shareable: boolean): Message =>
  answer.outcome === 'answered'
    ? render(paginated(answer, style, { extras: shareable && !isPrivate(answer.reply) ? ['share'] : [] }))
    : render(paginated(answer, style), 'trouble');

/** Replaces the user's copy once it has been shared: the channel shows the answer. */
export const sharedConfirmation = (answer: Pick<Answer, 'language'>): Message =>
  render([{ type: 'context', text: [textsOf(answer)('chat.shared')] }]);

/** Our own words in the language of an answer. */
const textsOf = ({ language }: Pick<Answer, 'language'>): Translate => translatorFor(language);

/** An answer for the channel, headed by the name of the user who shared it. The mention notifies no user. */
export function sharedAnswer(answer: Answer, style: AnswerStyle, userId: string): Message {
  const message = render(paginated(answer, style, { shared: true }));
  return {
    ...message,
    components: [
      textDisplay(`-# ${textsOf(answer)('chat.sharedBy', { user: `<@${userId}>` })}`),
      ...message.components,
    ],
  };
}

/** What a post may take, its mark left out. */
const POST_BUDGET: MessageBudget = { ...MESSAGE_BUDGET, token: MESSAGE_BUDGET.token - MESSAGE_KEY_LENGTH };

/**
 * An answer that is posted to a channel, with a mark in each of its buttons by which it is found again. One that would
 * have none gets one.
 */
export function channelPost(
  { reply, idempotencyKey: mark, language }: Pick<OutgoingPost, 'reply' | 'idempotencyKey' | 'language'>,
  commands: readonly Command[],
): Message {
  const drawn = paginate(reply, { commands, budget: POST_BUDGET, t: translatorFor(language) });
  const drawables = drawn.map((block) => withKey(block, mark));
  const letter = render(drawables);
  if (messageKeyIn(letter.components) === mark) return letter;
  return render([...drawables, { type: 'buttons', buttons: [keyButton(mark, commands)] }]);
}

function withKey(block: Drawable, mark: string): Drawable {
  if (block.type === 'menu') return { ...block, token: withMessageKey(block.token, mark) };
  if (block.type !== 'buttons') return block;
  return {
    ...block,
    buttons: block.buttons.map((button) => ({ ...button, token: withMessageKey(button.token, mark) })),
  };
}

/** The first command that can be asked as it stands. */
function keyButton(mark: string, commands: readonly Command[]): Button {
  const { name } = commands.find(({ options }) => !options.some(({ required }) => required)) ?? { name: 'help' };
  const token = encodeToken(
    { action: 'run', invocation: { command: name, options: {} }, part: 1 },
    commands,
    BUTTON.token,
  );
  return { label: `/${name}`, token: withMessageKey(token ?? '', mark) };
}

/** A few words of ours about what went wrong. */
export const notice = (reply: Reply): Message =>
  render(paginate(reply, { commands: [], budget: MESSAGE_BUDGET }), 'trouble');
