import type { types } from '@slack/bolt';
import type { APIMessageTopLevelComponent } from 'discord.js';
import type { ButtonToken } from '#chat/button-token';
import type { Choice } from '#core/commands/choice';
import type { Invocation } from '#core/commands/invocation';
import type { Answer } from '#core/ports';

/** What a control of a message sends back when it is used. */
export interface UsedControl {
  readonly action: string;
  readonly block: string;
  readonly value: string;
}

/** A field of a form, as it is filled in. */
export interface FilledField extends UsedControl {
  /** The type of its element: `plain_text_input`. */
  readonly type: string;
}

/** What both platforms do: each function returns the very message that the platform's adapter sends. */
interface Messages<Message> {
  /** The copy that only the user sees. `part` counts the pages of a long answer from 1. */
  own(answer: Answer, part: number): Message;
  /** The user's copy once the answer has been shared. */
  sharedCopy(answer: Answer, part: number): Message;
  /** The post in the channel. */
  shared(answer: Answer, part: number): Message;
  /** A message of a schedule. */
  posted(reply: Answer['reply']): Message;
  /** What a button or a menu stands for; undefined where it is none of ours. */
  tokenOf(control: UsedControl): ButtonToken | undefined;
}

export interface SlackPreview extends Messages<readonly types.KnownBlock[]> {
  form(invocation: Invocation): types.ModalView | undefined;
  /** What a filled form asks for; undefined where it is none of ours. */
  readForm(callbackId: string, fields: readonly FilledField[]): Invocation | undefined;
  /** The command and the option that a field of a form offers values of. */
  fieldOf(action: string): { readonly command: string; readonly option: string } | undefined;
  /** Choices as the form offers them. */
  optionsOf(choices: readonly Choice[]): readonly { readonly label: string; readonly value: string }[];
}

export type DiscordPreview = Messages<readonly APIMessageTopLevelComponent[]>;

/** The chat platforms as the page plays them. */
export interface Previews {
  readonly slack: SlackPreview;
  readonly discord: DiscordPreview;
}

export type PreviewName = keyof Previews;
