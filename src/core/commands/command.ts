import type { Operator } from '../access/operator.ts';
import type { Requester } from '../access/requester.ts';
import type { Catalog } from '../catalog.ts';
import type { Feeds } from '../feeds.ts';
import type { Translate } from '../messages/index.ts';
import type { Reply } from '../reply.ts';
import type { Scheduling } from '../scheduling.ts';
import type { ArchiveView } from '../storage/archive.ts';
import type { WorkspaceData } from '../workspace-data.ts';
import type { Choice } from './choice.ts';
import type { Invocation } from './invocation.ts';
import type { Translations } from './translation.ts';

export interface Option {
  /** Lower case, `^[-_\p{L}\p{N}]{1,32}$`: what every platform takes. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
  /**
   * `text` is free, `choice` one of `choices`, `flag` is given or not; `channel` is chosen as each platform has them, so
   * that its value is the platform’s own id, and typed where there is nothing to choose from.
   */
  readonly type: 'text' | 'choice' | 'flag' | 'channel';
  readonly choices?: readonly string[];
  /** Bare words are taken for this one; at most one option of a command. */
  readonly main?: true;
  /** It cannot be left out; where there are forms, one asks for it. */
  readonly required?: true;
  /** The most characters it takes; 100 where nothing is said. */
  readonly maxLength?: number;
  /** Every value there is to choose from; a button may carry a stand-in for one ({@link shortOf}). */
  values?(context: Context, given: Invocation): readonly string[];
  /** What fits what has been typed so far, best first; answered from memory. */
  complete?(context: Context, typed: string, given: Invocation): readonly Choice[];
}

/** What a command may reach. */
export interface Context {
  readonly catalog: Catalog;
  readonly commands: readonly Command[];
  /** The requester. */
  readonly requester?: Requester;
  /** Absent where nothing is kept. */
  readonly scheduling?: Scheduling;
  /** Absent where nothing is kept. */
  readonly feeds?: Feeds;
  /** Absent where nothing is kept. */
  readonly archive?: ArchiveView;
  /** Absent where nothing is kept. */
  readonly data?: WorkspaceData;
  /** What the operator of the process tells users. */
  readonly operator: Operator;
  /** Other languages in which commands and options can be typed. */
  readonly translations?: Translations;
  /** The text of a file that came with the question and is no article. */
  readonly attached?: string;
  /** The texts in the requester’s language. */
  readonly t: Translate;
}

/** What the commands that share a first word have in common. */
export interface CommandGroup {
  /** 1 to 100 characters. */
  readonly description: string;
  /** The whole name of the one that is meant where the first word stands alone. */
  readonly defaultMember: string;
}

export interface Command {
  /** One word, or two for one of a family: `schedule add` is typed and registered as `add` of `schedule`. */
  readonly name: string;
  /** Present where the name has two words: the same for all that share the first. */
  readonly group?: CommandGroup;
  /** Asked again it does something again: no further part and no Share may lead back to it. */
  readonly mutates?: true;
  /** Only those who may manage the place may use it: others are told so before they are asked for options. */
  readonly managersOnly?: true;
  /** 1 to 100 characters. */
  readonly description: string;
  readonly options: readonly Option[];
  /** Lines that can be typed as they stand: `/quotes speaker:"Kim Tae-hyo"`. */
  readonly examples?: readonly string[];
  /**
   * The same question with nothing left open: the article that was the newest, the speaker’s own name for a nickname.
   * Repeating it gives the same answer, even if new articles have arrived since.
   *
   * @throws UserError where what was asked for cannot be had.
   */
  resolve?(invocation: Invocation, context: Context): Invocation;
  /** @throws UserError where what was asked for cannot be had. */
  run(invocation: Invocation, context: Context): Reply | Promise<Reply>;
}
