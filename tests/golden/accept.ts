import { mkdir, writeFile } from 'node:fs/promises';
import { goldenCases } from './cases.ts';
import { answersAbout, golden, goldenFile } from './render.ts';

// npm run golden              says which answers have changed
// npm run golden -- --accept  keeps them as they are now; read `git diff` before you commit it
const accept = process.argv.includes('--accept');
await mkdir(new URL('./expected/', import.meta.url), { recursive: true });

let changed = 0;
for (const one of goldenCases()) {
  const answers = await answersAbout(one);
  const before = golden(one);
  if (answers === before) continue;
  changed += 1;
  console.log(`${before === undefined ? 'new    ' : 'changed'} ${one.file}`);
  if (accept) await writeFile(goldenFile(one), answers);
}
console.log(changed === 0 ? 'Nothing has changed.' : `${changed} ${accept ? 'accepted' : 'to be accepted'}.`);
if (changed > 0 && !accept) process.exitCode = 1;
