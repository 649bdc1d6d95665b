import { mkdir, writeFile } from 'node:fs/promises';
import { runProgram } from '#cli/arguments';
import { goldenCases } from './cases.ts';
import { answersAbout, golden, goldenFile, RENDERED } from './render.ts';

const USAGE = `Usage: npm run golden [-- --accept]

Lists changed answers. --accept accepts them; read git diff before you commit it.`;

process.exitCode = await runProgram({
  usage: USAGE,
  options: { accept: { type: 'boolean', default: false } },
  takesArguments: false,
  main: ({ values }) => compare(values.accept),
});

/** Lists the changed answers, and accepts them if asked to. Resolves to the exit code: 1 if any is not accepted. */
async function compare(accept: boolean): Promise<number> {
  for (const { folder } of RENDERED) {
    await mkdir(new URL(`./expected/${folder}`, import.meta.url), { recursive: true });
  }

  let changed = 0;
  for (const goldenCase of goldenCases()) {
    const answers = await answersAbout(goldenCase);
    for (const [at, rendering] of RENDERED.entries()) {
      const before = golden(goldenCase, rendering);
      if (answers[at] === before) continue;
      changed += 1;
      console.log(
        `${before === undefined ? 'new    ' : 'changed'} ${[rendering.folder, goldenCase.file].filter(Boolean).join(': ')}`,
      );
      if (accept) await writeFile(goldenFile(goldenCase, rendering), answers[at] ?? '');
    }
  }
  console.log(changed === 0 ? 'Nothing has changed.' : `${changed} ${accept ? 'accepted' : 'to be accepted'}.`);
  return changed > 0 && !accept ? 1 : 0;
}
