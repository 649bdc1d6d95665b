import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { goldenCases } from './cases.ts';
import { answersAbout, golden, goldenFile, RENDERED } from './render.ts';

// npm run golden                lists changed answers
// npm run golden -- --accept    accepts them; read `git diff` before you commit it
const { values } = parseArgs({ options: { accept: { type: 'boolean', default: false } } });
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
    if (values.accept) await writeFile(goldenFile(goldenCase, rendering), answers[at] ?? '');
  }
}
console.log(changed === 0 ? 'Nothing has changed.' : `${changed} ${values.accept ? 'accepted' : 'to be accepted'}.`);
if (changed > 0 && !values.accept) process.exitCode = 1;
