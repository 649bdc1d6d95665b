import type { types } from '@slack/bolt';
import { type Presentation, present } from '#chat/paginate/paginate';
import type { Command } from '#core/command';
import type { Answer } from '#core/ports';
import type { Reply } from '#core/reply';
import { ROOM } from './budget.ts';
import { type Message, render } from './message.ts';
import type { Spell } from './rename-commands.ts';

/** What an answer is drawn with. */
export interface Style {
  readonly commands: readonly Command[];
  /** Which part of a long answer, from 1. */
  readonly part: number;
  readonly spell: Spell;
}

const presented = (answer: Answer, style: Style, extras: Presentation['extras'] = []) =>
  present(style.spell(answer), {
    ...style,
    room: ROOM,
    invocation: answer.invocation ?? answer.unfinished,
    extras,
  });

/** The asker’s own copy of an answer; `shareable` where there is a channel that it could be posted to. */
export const ownCopy = (answer: Answer, style: Style, shareable: boolean): Message =>
  render(presented(answer, style, extrasOf(answer, style, shareable)));

function extrasOf(answer: Answer, { commands }: Style, shareable: boolean): Presentation['extras'] {
  const { outcome, invocation, unfinished } = answer;
  const options = commands.find(({ name }) => name === (invocation ?? unfinished)?.command)?.options ?? [];
  return [
    ...(options.length > 0 ? (['form'] as const) : []),
    ...(shareable && outcome === 'answered' ? (['share'] as const) : []),
  ];
}

/** The asker’s copy once it has been shared. */
export const sharedCopy = (answer: Answer, style: Style): Message =>
  render([{ type: 'context', text: ['Shared in this channel.'] }, ...presented(answer, style)]);

/** An answer for the channel, under the name of who shared it. */
export function sharedLetter(answer: Answer, style: Style, user: string): Message {
  const { text, blocks } = render(presented(answer, style));
  return { text, blocks: [signature(user), ...blocks] };
}

/** Only an id becomes a mention. */
const signature = (user: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: /^[UW]\w+$/.test(user) ? `Shared by <@${user}>` : 'Shared' }],
});

/** A few words of ours. */
export const note = (reply: Reply): Message => render(present(reply, { commands: [], room: ROOM }));

export const sentence = (text: string): Reply => ({
  visibility: 'asker',
  blocks: [{ type: 'paragraph', text: [text] }],
});
