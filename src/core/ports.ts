import type { Choice } from './command.ts';
import type { Reply } from './reply.ts';

/** Takes a line or an interaction all the way to an answer; never throws. */
export interface Desk {
  /** A typed line: `/quotes speaker:kim`. */
  answerLine(line: string): Reply;
  /** Completions for the line up to the cursor, each a whole replacement of its last word. */
  completeLine(line: string): readonly Choice[];
  /** A structured invocation: a button, a platform's own slash command. */
  answer(command: string, options: Readonly<Record<string, string>>): Reply;
  /** Completions for one option's value. */
  complete(
    command: string,
    option: string,
    typed: string,
    options: Readonly<Record<string, string>>,
  ): readonly Choice[];
}

/** A place where people ask: the terminal, a chat platform. */
export interface Adapter {
  readonly name: string;
  /** Resolves when it takes questions. */
  start(desk: Desk): Promise<void>;
  /** Resolves when everything under way has been answered. */
  stop(): Promise<void>;
}

export interface Logger {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
}
