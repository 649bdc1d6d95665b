import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { completions, runInteractive, runPiped } from '#adapters/terminal/repl';
import { lastWord } from '#commandline';
import type { Answer, Dispatcher } from '#core/ports';
import { dispatcherOf, textOf } from '../../support/dispatcher.ts';
import { river } from '../../support/river.ts';

const dispatcher = dispatcherOf([river]);

// Readline inserts the common prefix of all completions unless it is shorter than the text that it would replace.
test.each([
  ['/qu', ['/quotes '], '/qu'],
  ['/quotes ki', ['kind:'], 'ki'],
  ['/quotes speaker:prem', ['speaker:"Mara Lind" '], 'speaker:prem'],
  // Two completions begin with a quotation mark that was not typed: they are listed, and the typed text stays.
  ['/quotes speaker:lind', ['speaker:"Mara Lind"', 'speaker:"Tomas Lind"'], 'speaker:"'],
  ['/quotes kind:', ['kind:direct', 'kind:mixed', 'kind:indirect', 'kind:all'], 'kind:'],
  ['/nonsense x', [], ''],
])('Tab after %s', (line, hits, replaced) => {
  expect(completions(line, lastWord(line), dispatcher)).toEqual([hits, replaced]);
});

/** A dispatcher that echoes a line when it is released. */
function slowDispatcher() {
  const waiting = new Map<string, () => void>();
  const dispatcher: Dispatcher = {
    ...dispatcherOf([]),
    dispatch: (question) => {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const line = question.kind === 'line' ? question.text : '';
      const said = { type: 'paragraph', text: [`answer to ${line}`] } as const;
      waiting.set(line, () => resolve({ reply: { visibility: 'asker', blocks: [said] }, outcome: 'answered' }));
      return promise;
    },
  };
  return { dispatcher, waiting };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe.each([
  ['piped', runPiped],
  ['typed', runInteractive],
])('%s lines are answered', (_, receive) => {
  function open() {
    const { dispatcher, waiting } = slowDispatcher();
    const [input, output] = [new PassThrough(), new PassThrough()];
    const session = receive(
      { input, output },
      { dispatcher: dispatcher, draw: (reply) => `${textOf(reply)}\n`, lastWord },
    );
    const answers = async (): Promise<readonly string[]> => {
      output.end();
      return (await text(output)).match(/answer to .+/g) ?? [];
    };
    return { waiting, input, session, answers };
  }

  test('in sequence: a line runs when the previous one has been answered', async () => {
    const { waiting, input, session, answers } = open();
    input.end('one\ntwo\nthree\n');
    const asked: string[][] = [];
    for (const line of ['one', 'two', 'three']) {
      await turn();
      asked.push([...waiting.keys()]);
      waiting.get(line)?.();
    }
    expect(asked).toEqual([['one'], ['one', 'two'], ['one', 'two', 'three']]);
    expect(await session.ended).toBe(3);
    expect(await answers()).toEqual(['answer to one', 'answer to two', 'answer to three']);
  });

  test('even when the input has ended before', async () => {
    const { waiting, input, session, answers } = open();
    input.write('one\nexit\n');
    await turn();
    waiting.get('one')?.();
    expect(await session.ended).toBe(1);
    expect(await answers()).toEqual(['answer to one']);
  });
});
