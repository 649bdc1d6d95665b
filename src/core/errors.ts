import type { Invocation } from './commands/invocation.ts';
import { inEnglish, type Message } from './messages/index.ts';

/** Something the person asking can mend: what is wrong, and what to do. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  /** What is shown, in the language of the user; `message` is the same in English. */
  readonly text: Message | string;

  constructor(text: Message | string, options?: ErrorOptions) {
    super(inEnglish.message(text), options);
    this.text = text;
  }
}

/** An option came without its value: where there are forms, one can ask for it. */
export class MissingOptionError extends UserError {
  override readonly name = 'MissingValue';
  readonly invocation: Invocation;
  /** The option, where its values can be offered. */
  readonly option: string | undefined;

  /** @param invocation what was understood, without that option. */
  constructor(text: Message | string, invocation: Invocation, option?: string) {
    super(text);
    this.invocation = invocation;
    this.option = option;
  }
}

/** A service is temporarily unavailable; the operation can be retried later. */
export class ConnectionError extends UserError {
  override readonly name = 'Unreachable';
}

/** What was asked for is there, but not for this person, or not here: a button that leads to it is not out of date. */
export class ForbiddenError extends UserError {
  override readonly name = 'Refused';
}
