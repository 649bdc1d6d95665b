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
import { type Accent, type Message, render, renderText } from './message.ts';
import type { RewriteCommands } from './rewrite-commands.ts';

/** The options for rendering an answer. */
export interface AnswerStyle {
  readonly commands: readonly Command[];
  /** Which part of a long answer, from 1. */
  readonly part: number;
  /** Replaces commands in our own texts by mentions; absent if their IDs are not known. */
  readonly rewriteCommands?: RewriteCommands;
  /** Plain text, if Discord refuses the components. */
  readonly plain?: boolean;
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

/** Renders the user's own copy of an answer; `shareable` if there is a channel that it could be posted to. */
export const privateAnswer = (answer: Answer, style: AnswerStyle, shareable: boolean): Message =>
  answer.outcome === 'answered'
    ? drawn(paginated(answer, style, { extras: shareable && !isPrivate(answer.reply) ? ['share'] : [] }), style)
    : drawn(paginated(answer, style), style, 'trouble');

const drawn = (drawables: readonly Drawable[], { plain }: AnswerStyle, accent?: Accent): Message =>
  plain ? renderText(drawables) : render(drawables, accent);

/** Replaces the user's copy once it has been shared: the channel shows the answer. */
export const sharedConfirmation = (answer: Pick<Answer, 'language'>): Message =>
  render([{ type: 'context', text: [textsOf(answer)('chat.shared')] }]);

/** Translates our own texts into the language of an answer. */
const textsOf = ({ language }: Pick<Answer, 'language'>): Translate => translatorFor(language);

/** Renders an answer for the channel, headed by the user who shared it. The mention notifies no user. */
export function sharedAnswer(answer: Answer, style: AnswerStyle, userId: string): Message {
  const message = drawn(paginated(answer, style, { shared: true }), style);
  return {
    ...message,
    components: [
      textDisplay(`-# ${textsOf(answer)('chat.sharedBy', { user: `<@${userId}>` })}`),
      ...message.components,
    ],
  };
}

/** The budget of a post, without its message key. */
const POST_BUDGET: MessageBudget = { ...MESSAGE_BUDGET, token: MESSAGE_BUDGET.token - MESSAGE_KEY_LENGTH };

/**
 * Renders an answer that is posted to a channel. Each of its buttons carries the message key, by which the post is
 * found again; an answer without buttons gets one.
 *
 * @param plain renders plain text with that button alone, if Discord refuses the components.
 */
export function channelPost(
  { reply, idempotencyKey, language }: Pick<OutgoingPost, 'reply' | 'idempotencyKey' | 'language'>,
  commands: readonly Command[],
  plain = false,
): Message {
  const parts = paginate(reply, { commands, budget: POST_BUDGET, t: translatorFor(language) });
  const buttons: Drawable = { type: 'buttons', buttons: [keyButton(idempotencyKey, commands)] };
  if (plain) {
    const text = renderText(parts);
    return { ...text, components: [...text.components, ...render([buttons]).components] };
  }
  const drawables = parts.map((block) => withKey(block, idempotencyKey));
  const post = render(drawables);
  if (messageKeyIn(post.components) === idempotencyKey) return post;
  return render([...drawables, buttons]);
}

function withKey(block: Drawable, mark: string): Drawable {
  if (block.type === 'menu') return { ...block, token: withMessageKey(block.token, mark) };
  if (block.type !== 'buttons') return block;
  return {
    ...block,
    buttons: block.buttons.map((button) => ({ ...button, token: withMessageKey(button.token, mark) })),
  };
}

/** A button for the first command without required options. */
function keyButton(mark: string, commands: readonly Command[]): Button {
  const { name } = commands.find(({ options }) => !options.some(({ required }) => required)) ?? { name: 'help' };
  const token = encodeToken(
    { action: 'run', invocation: { command: name, options: {} }, part: 1 },
    commands,
    BUTTON.token,
  );
  return { label: `/${name}`, token: withMessageKey(token ?? '', mark) };
}

/** Renders a short message about an error. */
export const notice = (reply: Reply): Message =>
  render(paginate(reply, { commands: [], budget: MESSAGE_BUDGET }), 'trouble');
