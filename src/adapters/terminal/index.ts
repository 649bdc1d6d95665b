import type { Readable } from 'node:stream';
import type { RequestScope } from '#core/access/requester';
import type { Invocation } from '#core/commands/invocation';
import type { Adapter, Dispatcher } from '#core/ports';
import type { Reply } from '#core/reply';
import { draw, type Screen } from './draw.ts';
import { LOCAL_USER } from './local-user.ts';
import { makePublisher } from './publisher.ts';
import { runInteractive, runPiped, type Session } from './repl.ts';

interface TerminalDeps {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Screen & { readonly isTTY?: boolean };
  /** Notices shown below the first briefing. */
  readonly notices: readonly string[];
  /** Whether the latest briefing is shown if there is no input. */
  readonly greets: boolean;
  /** The syntax of typed commands. */
  readonly grammar: Grammar;
}

interface Grammar {
  readonly formatLine: (invocation: Invocation) => string;
  readonly lastWord: (line: string) => string;
}

export interface Terminal extends Adapter {
  /** Resolves when no more questions can arrive. */
  readonly ended: Promise<void>;
  /** The scope of the user at the terminal. */
  readonly requestScope: RequestScope;
  /** Prints an unsolicited line if the terminal is interactive. */
  print(line: string): void;
}

const HINT: Reply = {
  visibility: 'asker',
  blocks: [{ type: 'context', text: ['Type /help for the commands, Tab to complete, exit to leave.'] }],
};

/** Handles a terminal or piped lines. Without either, only the latest briefing is printed. */
export function terminal({ input, output, notices, greets, grammar }: TerminalDeps): Terminal {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const drawn = (reply: Reply): string => draw(reply, output, grammar.formatLine);
  const welcome = async (dispatcher: Dispatcher): Promise<void> => {
    const { reply } = await dispatcher.dispatch({ kind: 'call', command: 'brief', options: {} });
    output.write(`\n${drawn(reply)}\n`);
    for (const notice of notices) output.write(`${drawn(noticeReply(notice))}\n`);
  };
  let session: Session | undefined;
  let stopped = false;
  return {
    name: LOCAL_USER.platform,
    requestScope: LOCAL_USER,
    publisher: makePublisher((reply) => session?.print(drawn(reply).trimEnd())),
    ended,
    print: (line) => session?.print(drawn(noticeReply(line)).trimEnd()),
    async start(dispatcher) {
      const typed = input.isTTY === true;
      if (typed && output.isTTY !== true) {
        if (greets) await welcome(dispatcher);
        return end();
      }
      if (typed) {
        await welcome(dispatcher);
        output.write(`${drawn(HINT)}\n`);
      }
      session = (typed ? runInteractive : runPiped)({ input, output }, { ...grammar, dispatcher, draw: drawn });
      void session.ended.then(async (lines) => {
        if (greets && !typed && lines === 0 && !stopped) await welcome(dispatcher);
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
