import { encodeToken } from '#chat/button-token';
import type { Button, Drawable, Room } from '#chat/paginate/drawable';
import { type Presentation, present } from '#chat/paginate/paginate';
import type { Command } from '#core/command';
import type { Answer } from '#core/ports';
import type { Reply } from '#core/reply';
import { BUTTON } from '../limits.ts';
import { MARK_LENGTH, markIn, withMark } from '../message-key.ts';
import { room } from './budget.ts';
import { textDisplay } from './components.ts';
import { type Message, render } from './message.ts';

/** What an answer is drawn with. */
export interface Style {
  readonly commands: readonly Command[];
  /** Which part of a long answer, from 1. */
  readonly part: number;
}

const presented = ({ reply, invocation }: Answer, style: Style, extras: Presentation['extras'] = []) =>
  present(reply, { ...style, room, invocation, extras });

/** The asker's own copy of an answer; `shareable` where there is a channel that it could be posted to. */
export const ownCopy = (answer: Answer, style: Style, shareable: boolean): Message =>
  answer.outcome === 'answered'
    ? render(presented(answer, style, shareable ? ['share'] : []))
    : render(presented(answer, style), 'trouble');

/** The asker's copy once it has been shared. */
export const sharedCopy = (answer: Answer, style: Style): Message =>
  render([{ type: 'context', text: ['Shared in this channel.'] }, ...presented(answer, style)]);

/** An answer for the channel, under the name of who shared it: they are named, and nobody is notified. */
export function sharedLetter(answer: Answer, style: Style, userId: string): Message {
  const message = render(presented(answer, style));
  return { ...message, components: [textDisplay(`-# Shared by <@${userId}>`), ...message.components] };
}

/** What a post may take, its mark left out. */
const POST_ROOM: Room = { ...room, token: room.token - MARK_LENGTH };

/**
 * An answer that is posted to a channel, with a mark in each of its buttons by which it is found again. One that would
 * have none gets one.
 */
export function postedLetter(reply: Reply, mark: string, commands: readonly Command[]): Message {
  const drawables = present(reply, { commands, room: POST_ROOM }).map((one) => marked(one, mark));
  const letter = render(drawables);
  if (markIn(letter.components) === mark) return letter;
  return render([...drawables, { type: 'buttons', buttons: [anyButton(mark, commands)] }]);
}

function marked(block: Drawable, mark: string): Drawable {
  if (block.type === 'menu') return { ...block, token: withMark(block.token, mark) };
  if (block.type !== 'buttons') return block;
  return { ...block, buttons: block.buttons.map((button) => ({ ...button, token: withMark(button.token, mark) })) };
}

/** The first command that can be asked as it stands. */
function anyButton(mark: string, commands: readonly Command[]): Button {
  const { name } = commands.find(({ options }) => !options.some(({ required }) => required)) ?? { name: 'help' };
  const token = encodeToken(
    { verb: 'go', invocation: { command: name, options: {} }, part: 1 },
    commands,
    BUTTON.token,
  );
  return { label: `/${name}`, token: withMark(token ?? '', mark) };
}

/** A few words of ours about what went wrong. */
export const note = (reply: Reply): Message => render(present(reply, { commands: [], room }), 'trouble');
