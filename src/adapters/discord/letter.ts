import type { APIMessageTopLevelComponent } from 'discord.js';
import { type Drawable, type Presentation, present } from '#chat/present';
import type { Command } from '#core/command';
import type { Answer } from '#core/ports';
import type { Reply } from '#core/reply';
import { textDisplay } from './components.ts';
import { type Message, render } from './render.ts';
import { room } from './room.ts';

function letterOf(drawables: readonly Drawable[], before: readonly APIMessageTopLevelComponent[] = []): Message {
  const message = render(drawables);
  return { ...message, components: [...before, ...message.components] };
}

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
  letterOf(presented(answer, style, shareable && answer.outcome === 'answered' ? ['share'] : []));

/** The asker's copy once it has been shared. */
export const sharedCopy = (answer: Answer, style: Style): Message =>
  letterOf([{ type: 'context', text: ['Shared in this channel.'] }, ...presented(answer, style)]);

/** An answer for the channel, under the name of who shared it: they are named, and nobody is notified. */
export const sharedLetter = (answer: Answer, style: Style, userId: string): Message =>
  letterOf(presented(answer, style), [textDisplay(`-# Shared by <@${userId}>`)]);

/** A few words of ours. */
export const note = (reply: Reply): Message => letterOf(present(reply, { commands: [], room }));
