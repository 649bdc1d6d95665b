import { dataFileOf, readerOf, readSettings } from '#config';
import { backUp } from '#store/backup';
import { onlyFile, runProgram } from './arguments.ts';
import { print } from './print.ts';

const USAGE = `Usage: npm run -s backup -- FILE

Copies the store to FILE, also while Onrecord runs. An earlier copy of that name is replaced.`;

process.exitCode = await runProgram({
  usage: USAGE,
  options: {},
  takesArguments: true,
  main: async ({ positionals }) => {
    const copy = onlyFile(positionals, 'Name the file for the copy.', USAGE);
    const file = dataFileOf(readerOf(readSettings()));
    await backUp(file, copy);
    print(`${file} is copied to ${copy}.`);
    return 0;
  },
});
