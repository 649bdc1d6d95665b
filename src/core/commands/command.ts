import type { Operator } from '../access/operator.ts';
import type { Requester } from '../access/requester.ts';
import type { Catalog } from '../catalog.ts';
import type { Feeds } from '../feeds.ts';
import type { Translate } from '../messages/index.ts';
import type { DrawPicture } from '../picture.ts';
import type { Reply } from '../reply.ts';
import type { Scheduling } from '../scheduling.ts';
import type { ArchiveView } from '../storage/archive.ts';
import type { WorkspaceData } from '../workspace-data.ts';
import type { Choice } from './choice.ts';
import type { Invocation } from './invocation.ts';
import type { Translations } from './translation.ts';

export interface Option {
  /** Lower case, `^[-_\p{L}\p{N}]{1,32}$`: allowed on every platform. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
  /**
   * `text` is free text, `choice` one of `choices`, `flag` is present or not; `channel` uses each platform’s own picker, so
   * that its value is the platform’s ID, and typed where the platform has no channels.
   */
  readonly type: 'text' | 'choice' | 'flag' | 'channel';
  readonly choices?: readonly string[];
  /** Bare words are the value of this option; at most one per command. */
  readonly main?: true;
  /** It is required; platforms with forms ask for it. */
  readonly required?: true;
  /** The maximum length; default: 100. */
  readonly maxLength?: number;
  /** All values of the option; a button may contain a short id in place of one ({@link shortId}). */
  values?(context: Context, given: Invocation): readonly string[];
  /** Completions of the typed text, best first; from memory, without I/O. */
  complete?(context: Context, typed: string, given: Invocation): readonly Choice[];
}

/** What a command can use. */
export interface Context {
  readonly catalog: Catalog;
  readonly commands: readonly Command[];
  /** The requester. */
  readonly requester?: Requester;
  /** Absent without a store. */
  readonly scheduling?: Scheduling;
  /** Absent without a store. */
  readonly feeds?: Feeds;
  /** Absent without a store. */
  readonly archive?: ArchiveView;
  /** Absent without a store. */
  readonly data?: WorkspaceData;
  /** Information that the operator gives users. */
  readonly operator: Operator;
  /** Other languages in which commands and options can be typed. */
  readonly translations?: Translations;
  /** Absent where no pictures can be shown: in a terminal. */
  readonly drawPicture?: DrawPicture;
  /** The text of an attached file that is not an article. */
  readonly attached?: string;
  /** The texts in the requester’s language. */
  readonly t: Translate;
}

/** A group of commands with the same first word. */
export interface CommandGroup {
  /** 1 to 100 characters. */
  readonly description: string;
  /** The full name of the command that the first word alone runs. */
  readonly defaultMember: string;
}

export interface Command {
  /** One word, or two for a member of a group: `schedule add` is registered as `add` of `schedule`. */
  readonly name: string;
  /** Present if the name has two words; the same for all commands of the group. */
  readonly group?: CommandGroup;
  /** Whether it changes something: no page button and no Share may run it again. */
  readonly mutates?: true;
  /** Only managers of the workspace may use it; others are refused before a form asks for options. */
  readonly managersOnly?: true;
  /** 1 to 100 characters. */
  readonly description: string;
  readonly options: readonly Option[];
  /** Lines to type, verbatim: `/quotes speaker:"Kim Tae-hyo"`. */
  readonly examples?: readonly string[];
  /**
   * The invocation with all defaults resolved: the newest article, the full name for a nickname.
   * Repeating it gives the same answer, even if new articles have arrived since.
   *
   * @throws UserError if something it names does not exist.
   */
  resolve?(invocation: Invocation, context: Context): Invocation;
  /** @throws UserError if something it names does not exist. */
  run(invocation: Invocation, context: Context): Reply | Promise<Reply>;
}
