import type { Reception, Result } from '#chat/request-handler';
import type { Invocation } from '#core/invocation';
import type { House } from '#core/platform';
import type { Answer } from '#core/ports';
import type { Asker } from '#core/requester';
import { meaningOf, Refusal } from '../api/errors.ts';
import type { Mail } from '../api/send.ts';
import { type Caller, isAlone, workspaceOf } from '../caller.ts';
import { note, ownCopy, type Style, sentence, sharedCopy, sharedLetter } from '../render/answers.ts';
import type { Spell } from '../render/rename-commands.ts';
import { askerOf, type Seats } from './permissions.ts';

/** One question as it came, whichever way. */
export interface Inquiry {
  /** `command`, `button`, `select`, `modal`, `shortcut`, `mention`, `message`: for the log. */
  readonly way: string;
  readonly caller: Caller;
  /** Which part of a long answer, from 1. */
  readonly part?: number;
  ask(asker: Asker): Answer | Promise<Answer>;
  /** Tells the answer in a way of its own; false where it is to be sent. */
  tell?(answer: Answer): Promise<boolean>;
  /** Where the answer is to be posted to the channel: the same for two presses of one button. */
  readonly share?: string;
}

/** Where questions are answered, all in the same way. Nothing of it rejects. */
export interface Counter {
  answer(inquiry: Inquiry): Promise<void>;
  /** Opens the form for a command, or says why not. */
  form(caller: Caller, invocation: Invocation): Promise<void>;
  /** Anything else somebody asked for; `way` is for the log. */
  attend(way: string, caller: Caller, serve: (id: string) => Promise<Result>): Promise<void>;
  /** So much waits that nothing can be begun for this caller. */
  isFull(caller: Caller): boolean;
  /** Says so, past everything that waits. */
  turnAway(way: string, caller: Caller): Promise<void>;
}

interface Needs {
  readonly house: Pick<House, 'commands' | 'logger'>;
  readonly reception: Reception;
  readonly mail: Mail;
  /** Where they sit; undefined where that is in no workspace. */
  readonly seatOf: Seats;
  readonly isFull: (workspace: string) => boolean;
  readonly spell: Spell;
  /** Opens the form; false where it is too late for one. */
  readonly openForm: (caller: Caller, invocation: Invocation) => Promise<boolean>;
}

export const BUSY = 'Onrecord is busy: try again in a minute.';
const LATE = 'That took too long to open: press it once more.';

export function makeCounter({ house, reception, mail, seatOf, isFull, spell, openForm }: Needs): Counter {
  /** Buttons whose answer is on its way to a channel: a second press has nothing more to do. */
  const sharing = new Set<string>();

  const take = async (inquiry: Inquiry, id: string): Promise<Result> => {
    const { caller, part = 1, share } = inquiry;
    if (share !== undefined && sharing.has(share)) return { outcome: 'answered' };
    const answer = await inquiry.ask(askerOf(caller, id, seatOf));
    const command = answer.invocation?.command ?? answer.unfinished?.command;
    if (await inquiry.tell?.(answer)) return { outcome: answer.outcome, command };
    if (answer.unfinished && (await openForm(caller, answer.unfinished))) return { outcome: 'answered', command };
    const style: Style = { commands: house.commands, part, spell };
    const isShared = share !== undefined && answer.outcome === 'answered';
    try {
      if (isShared) await post(share, caller, answer, style);
      // What was read stays where it is: what has gone wrong is told beside it.
      const where = answer.outcome === 'answered' ? caller : beside(caller);
      await mail.say(where, isShared ? sharedCopy(answer, style) : ownCopy(answer, style, !isAlone(caller)));
      return { outcome: answer.outcome, command };
    } catch (error) {
      return { outcome: await refused(error, caller, id), command };
    }
  };

  const post = async (share: string, caller: Caller, answer: Answer, style: Style): Promise<void> => {
    sharing.add(share);
    try {
      await mail.share(caller, sharedLetter(answer, style, caller.user));
    } finally {
      sharing.delete(share);
    }
  };

  /** Slack does not take what we wrote: the log gets the cause, the asker the id, in words alone. */
  const refused = async (error: unknown, caller: Caller, id: string): Promise<'refused'> => {
    if (!(error instanceof Refusal)) throw error;
    const { method, reason } = error;
    house.logger.error('Slack did not take an answer', { platform: 'Slack', id, method, reason });
    const meaning = meaningOf(error);
    // Every way has been tried already, or no token opens any.
    if (meaning === 'closed' || meaning === 'lost') return 'refused';
    const words = { text: `Slack did not take this answer; the log has it as ${id}.`, blocks: [] };
    // Where words are not taken either, the log has said all there is.
    await mail.mention(beside(caller), words).catch(() => {});
    return 'refused';
  };

  const attend: Counter['attend'] = (way, caller, serve) =>
    reception.attend({ way, answer: serve, excuse: (reply) => mail.say(beside(caller), note(reply)) });

  return {
    attend,
    answer: (inquiry) => attend(inquiry.way, inquiry.caller, (id) => take(inquiry, id)),
    form: (caller, invocation) =>
      attend('button', caller, async () => {
        if (!(await openForm(caller, invocation))) await mail.say(beside(caller), note(sentence(LATE)));
        return { outcome: 'answered', command: invocation.command };
      }),
    isFull: ({ source }) => isFull(workspaceOf(source)),
    turnAway: (way, caller) =>
      attend(way, caller, async () => {
        await mail.whisper(caller, { text: BUSY, blocks: [] });
        return { outcome: 'busy' };
      }),
  };
}

/** What went wrong is said beside an earlier answer, which stays as it is. */
const beside = (caller: Caller): Caller => ({
  ...caller,
  routes: caller.routes.map((route) => (route.kind === 'url' ? { ...route, replace: false } : route)),
});
