import { dataFileOf, readerOf, readSettings } from '#config';
import { backUp } from '#store/backup';
import { parseCommandLine, runProgram, UsageError } from './arguments.ts';
import { print } from './print.ts';

const USAGE = `Usage: npm run -s backup -- FILE

Copies the store to FILE, also while Onrecord runs.`;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommandLine(args, { help: { type: 'boolean' } }, USAGE);
  const [copy, ...others] = positionals;
  if (values.help) {
    print(USAGE);
    return 0;
  }
  if (copy === undefined || others.length > 0) throw new UsageError('', USAGE);
  const file = dataFileOf(readerOf(readSettings()));
  await backUp(file, copy);
  print(`${file} is copied to ${copy}.`);
  return 0;
}

process.exitCode = await runProgram(main);
