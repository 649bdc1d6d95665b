import { fileURLToPath } from 'node:url';
import { filesIn } from './articles.ts';
import { chat } from './chat.ts';
import { growth } from './growth.ts';
import { table } from './measure.ts';
import { coldStart } from './process.ts';
import { schedules } from './schedules.ts';
import { speed } from './speed.ts';

// npm run -s bench               on the project's own articles
// npm run -s bench -- FOLDER…    on any others
const own = ['content', 'eval/world'].map((folder) => fileURLToPath(new URL(`../${folder}`, import.meta.url)));
const given = process.argv.slice(2);
const files = await filesIn(given.length > 0 ? given : own);
const [first] = files;
if (!first) {
  console.error('There is no article there: .txt, .md, .html and .htm files are read.');
  process.exit(2);
}

const text = files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n\n');
for (const part of [
  () => coldStart(first.path),
  () => speed(files),
  () => chat(files),
  schedules,
  () => growth(text),
]) {
  console.log(`${table(await part())}\n`);
}
