import type { Readable } from 'node:stream';
import type { Invocation } from '#core/invocation';
import type { Adapter, Desk } from '#core/ports';
import type { Reply } from '#core/reply';
import type { Seat } from '#core/requester';
import { draw, type Screen } from './draw.ts';
import { SEAT } from './local-user.ts';
import { makePoster } from './publisher.ts';
import { receivePiped, receiveTyped, type Session } from './repl.ts';

interface Needs {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Screen & { readonly isTTY?: boolean };
  /** What to say beneath the first briefing. */
  readonly notices: readonly string[];
  /** Whether the newest briefing is shown where nobody asks anything. */
  readonly greets: boolean;
  /** How commands are typed. */
  readonly grammar: Grammar;
}

interface Grammar {
  readonly formatLine: (invocation: Invocation) => string;
  readonly lastWord: (line: string) => string;
}

export interface Terminal extends Adapter {
  /** Resolves when nobody asks any more. */
  readonly ended: Promise<void>;
  /** Where whoever types sits. */
  readonly seat: Seat;
  /** Says something that nobody asked for, where somebody sits. */
  tell(line: string): void;
}

const HINT: Reply = {
  visibility: 'asker',
  blocks: [{ type: 'context', text: ['Type /help for the commands, Tab to complete, exit to leave.'] }],
};

/**
 * People at a terminal and lines in a pipe. Where there is neither, the newest briefing is printed and that
 * is all.
 */
export function terminal({ input, output, notices, greets, grammar }: Needs): Terminal {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const drawn = (reply: Reply): string => draw(reply, output, grammar.formatLine);
  const welcome = async (desk: Desk): Promise<void> => {
    const { reply } = await desk.ask({ kind: 'call', command: 'brief', options: {} });
    output.write(`\n${drawn(reply)}\n`);
    for (const notice of notices) output.write(`${drawn(noticeReply(notice))}\n`);
  };
  let session: Session | undefined;
  let stopped = false;
  return {
    name: SEAT.platform,
    seat: SEAT,
    poster: makePoster((reply) => session?.tell(drawn(reply).trimEnd())),
    ended,
    tell: (line) => session?.tell(drawn(noticeReply(line)).trimEnd()),
    async start(desk) {
      const typed = input.isTTY === true;
      if (typed && output.isTTY !== true) {
        if (greets) await welcome(desk);
        return end();
      }
      if (typed) {
        await welcome(desk);
        output.write(`${drawn(HINT)}\n`);
      }
      session = (typed ? receiveTyped : receivePiped)({ input, output }, { ...grammar, desk, draw: drawn });
      void session.ended.then(async (lines) => {
        if (greets && !typed && lines === 0 && !stopped) await welcome(desk);
        end();
      });
    },
    async stop() {
      stopped = true;
      session?.end();
      if (session) await ended;
    },
  };
}

const noticeReply = (notice: string): Reply => ({
  visibility: 'asker',
  blocks: [{ type: 'context', text: [notice] }],
});
