import * as readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Answer, Dispatcher } from '#core/ports';
import type { Reply } from '#core/reply';
import { removeInvisible } from '#text/sanitize';
import { firstPart } from '#text/truncate';

/** Input and output. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/** The dispatcher, and how its answers are rendered. */
export interface ReplOptions {
  readonly dispatcher: Dispatcher;
  readonly draw: (reply: Reply) => string;
  /** The last word of a line, which a completion replaces. */
  readonly lastWord: (line: string) => string;
}

/** A running session. */
export interface Session {
  /** Resolves when the last line has been answered, with the number of lines. */
  readonly ended: Promise<number>;
  /** Prints a short message without changing the prompt and the typed text. */
  print(text: string): void;
  end(): void;
}

const PROMPT = 'onrecord> ';

const isFarewell = (line: string): boolean => /^\s*\/?(?:exit|quit)\s*$/i.test(line);
const isEmpty = (line: string): boolean => line.trim() === '';

/** Reads lines from a prompt, with completion on Tab, until Ctrl-C, Ctrl-D, `exit` or `quit`. */
export function runInteractive({ input, output }: Streams, { dispatcher, draw, lastWord }: ReplOptions): Session {
  const asking = readline.createInterface({
    input,
    output,
    prompt: PROMPT,
    terminal: true,
    removeHistoryDuplicates: true,
    completer: (line: string) => completions(line, lastWord(line), dispatcher),
  });
  const answers = sequential();
  const ended = new Promise<number>((resolve) => asking.once('close', () => resolve(answers.all())));
  // After the input has closed, pending answers are still shown, but no prompt: a closed prompt throws.
  let open = true;
  const prompt = (keepsCursor = false): void => {
    if (open) asking.prompt(keepsCursor);
  };
  // Leaves the cursor on a new line, even after partial input; after `exit` it is on a new line already.
  let parting = '\n';
  asking.once('close', () => {
    open = false;
    output.write(parting);
  });
  asking.on('SIGINT', () => asking.close());
  asking.on('line', (text) => {
    if (isFarewell(text)) {
      parting = '';
      return asking.close();
    }
    if (!isEmpty(text)) {
      return answers.next(
        () => dispatcher.dispatch({ kind: 'line', text }),
        ({ reply }) => {
          output.write(`\n${draw(reply)}\n`);
          prompt();
        },
      );
    }
    prompt();
  });
  prompt();
  return {
    ended,
    print: (text) => {
      readline.moveCursor(output, -PROMPT.length, -asking.getCursorPos().rows);
      readline.cursorTo(output, 0);
      readline.clearScreenDown(output);
      output.write(`${text}\n`);
      prompt(true);
    },
    end: () => asking.close(),
  };
}

/** Answers each input line, one after the other, until there are no more. */
export function runPiped({ input, output }: Streams, { dispatcher, draw }: ReplOptions): Session {
  const asking = readline.createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  const answers = sequential();
  // Lines that arrived in one chunk are still delivered after the end.
  let open = true;
  const ended = new Promise<number>((resolve) => asking.once('close', () => resolve(answers.all())));
  const end = (): void => {
    open = false;
    asking.close();
  };
  asking.on('line', (text) => {
    if (!open || isEmpty(text)) return;
    if (isFarewell(text)) return end();
    answers.next(
      () => dispatcher.dispatch({ kind: 'line', text }),
      ({ reply }, prefix) => {
        output.write(`${prefix === 0 ? '' : BETWEEN_WORDS}${draw(reply)}`);
      },
    );
  });
  return { ended, print: () => {}, end };
}

/** Runs requests sequentially, however long each takes: each sees the changes of those before it. */
function sequential() {
  let count = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    next: (ask: () => Promise<Answer>, say: (answer: Answer, before: number) => void): void => {
      const before = count++;
      last = last.then(async () => say(await ask(), before));
    },
    /** Resolves with the number of requests when the last answer has been shown. */
    all: async (): Promise<number> => {
      await last;
      return count;
    },
  };
}

/** The separator of two answers in a pipe. */
const BETWEEN_WORDS = `\n${'─'.repeat(20)}\n\n`;

/**
 * Returns the completions for readline: the hits and the text they replace. Readline inserts the common prefix of all
 * hits, and would remove letters that not all of them contain; in that case, it is told to replace only that prefix, so
 * that it lists the hits.
 */
export function completions(line: string, word: string, dispatcher: Dispatcher): [string[], string] {
  const hits = dispatcher
    .completeLine(line)
    .map(({ value }) => value)
    .filter((value) => removeInvisible(value) === value);
  const [only, ...others] = hits;
  if (only !== undefined && others.length === 0) return [[only.endsWith(':') ? only : `${only} `], word];
  const start = commonStart(hits);
  return [hits, start.length > word.length || start === word ? word : start];
}

function commonStart([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return firstPart(first, length);
}
