import type { Command, Invocation } from '#core/command';

/** What a button does: answers its invocation, posts the answer to the channel, or opens the form for it. */
export type Verb = 'go' | 'share' | 'form' | 'pick';

/** All that a button knows. */
export interface Token {
  readonly verb: Verb;
  readonly invocation: Invocation;
  /** Which part of a long answer, from 1. */
  readonly part: number;
  /** For `pick`: the option that takes what is chosen in the menu. */
  readonly option?: string;
}

/**
 * A token as short text, with stand-ins ({@link shortOf}) for values where it would be longer than `most` characters.
 *
 * @returns undefined where it does not fit: then there is no such button.
 */
export declare function encodeToken(token: Token, commands: readonly Command[], most: number): string | undefined;

/** @returns undefined for anything that is no token of this version; never throws. */
export declare function decodeToken(text: string, commands: readonly Command[]): Token | undefined;
