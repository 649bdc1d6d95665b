import { PassThrough } from 'node:stream';
import { terminal } from '#adapters/terminal/index';
import { plainPaint, render } from '#adapters/terminal/render';
import { formatLine, lastWord } from '#commandline';
import { adapterContract } from '../../contracts/adapter.ts';

const read = (text: string): string => text.replace(/^\s*[▎•]/gmu, '').replace(/\s+/gu, ' ');

adapterContract('the terminal', {
  // Narrow, so that the cells of a table are stacked.
  draw: (reply) => [render(reply, { columns: 60, paint: plainPaint, formatLine })],
  read,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing else in a terminal does anything
  live: (message) => message.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g) ?? [],
  open: () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const adapter = terminal({ input, output, notices: [], greets: true, grammar: { formatLine, lastWord } });
    return {
      adapter,
      ask: (line) => {
        const { promise, resolve } = Promise.withResolvers<string>();
        output.once('data', (answer: Buffer) => resolve(read(answer.toString())));
        input.write(`${line}\n`);
        return promise;
      },
    };
  },
});
