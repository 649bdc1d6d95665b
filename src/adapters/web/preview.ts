import type { types } from '@slack/bolt';
import type { APIMessageTopLevelComponent } from 'discord.js';
import type { ButtonToken } from '#chat/button-token';
import type { Choice } from '#core/commands/choice';
import type { Invocation } from '#core/commands/invocation';
import type { Answer } from '#core/ports';

/** The payload of a used control of a message. */
export interface UsedControl {
  readonly action: string;
  readonly block: string;
  readonly value: string;
}

/** A filled field of a form. */
export interface FilledField extends UsedControl {
  /** The type of its element: `plain_text_input`. */
  readonly type: string;
}

/** Common to both platforms: each function returns exactly the message that the platform's adapter sends. */
interface Messages<Message> {
  /** The copy visible to the user only. `part` counts the pages of a long answer from 1. */
  own(answer: Answer, part: number): Message;
  /** The user's copy once the answer has been shared. */
  sharedCopy(answer: Answer, part: number): Message;
  /** The post in the channel. */
  shared(answer: Answer, part: number): Message;
  /** A message of a scheduled post. */
  posted(reply: Answer['reply']): Message;
  /** The token of a button or menu; undefined if it is unknown. */
  tokenOf(control: UsedControl): ButtonToken | undefined;
}

export interface SlackPreview extends Messages<readonly types.KnownBlock[]> {
  form(invocation: Invocation): types.ModalView | undefined;
  /** The invocation of a filled form; undefined if it is unknown. */
  readForm(callbackId: string, fields: readonly FilledField[]): Invocation | undefined;
  /** The command and the option of a form field, for its choices. */
  fieldOf(action: string): { readonly command: string; readonly option: string } | undefined;
  /** Choices as the form shows them. */
  optionsOf(choices: readonly Choice[]): readonly { readonly label: string; readonly value: string }[];
}

export type DiscordPreview = Messages<readonly APIMessageTopLevelComponent[]>;

/** The chat platforms that the page simulates. */
export interface Previews {
  readonly slack: SlackPreview;
  readonly discord: DiscordPreview;
}

export type PreviewName = keyof Previews;
