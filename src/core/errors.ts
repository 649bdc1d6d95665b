import type { Invocation } from './commands/invocation.ts';
import { inEnglish, type Text } from './messages/index.ts';

/** An error that the user can correct: it says what is wrong and what to do. */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  /** The message shown, in the user’s language; `message` is the same in English. */
  readonly text: Text;

  constructor(text: Text, options?: ErrorOptions) {
    super(inEnglish.message(text), options);
    this.text = text;
  }
}

/** An option without its value; platforms with forms ask for it. */
export class MissingOptionError extends UserError {
  override readonly name = 'MissingValue';
  readonly invocation: Invocation;
  /** The option, if its values can be suggested. */
  readonly option: string | undefined;

  /** @param invocation the parsed invocation without that option. */
  constructor(text: Text, invocation: Invocation, option?: string) {
    super(text);
    this.invocation = invocation;
    this.option = option;
  }
}

/** A service is temporarily unavailable; the operation can be retried later. */
export class ConnectionError extends UserError {
  override readonly name = 'Unreachable';
}

/** The user may not do this, or not here; unlike for missing things, the button is not out of date. */
export class ForbiddenError extends UserError {
  override readonly name = 'Refused';
}
