import { dataFileOf, readerOf, readSettings } from '#config';
import { UserError } from '#core/errors';
import { backUp } from '#store/backup';
import { print, printError } from './print.ts';

const USAGE = `Usage: npm run -s backup -- FILE

Copies what is kept to FILE, while Onrecord runs or not.`;

/** Resolves to the exit code: 1 where it cannot be copied, 2 where it was not asked for in a way that can be done. */
async function main(args: readonly string[]): Promise<number> {
  const [copy, ...others] = args;
  if (copy === '--help') {
    print(USAGE);
    return 0;
  }
  if (copy === undefined || copy.startsWith('-') || others.length > 0) {
    printError(USAGE);
    return 2;
  }
  const file = dataFileOf(readerOf(readSettings()));
  await backUp(file, copy);
  print(`${file} is copied to ${copy}.`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  printError(error.message);
  process.exitCode = 1;
}
