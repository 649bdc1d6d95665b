import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { commands, translations } from '#commands';
import { readerOf, readSettings } from '#config';
import { UserError } from '#core/errors';
import type { Platform, Read } from '#core/platform';
import { platforms } from '#platforms';
import { drawFindings } from './diagnostics.ts';
import { withSetting } from './env-file.ts';
import { ask, askSecret } from './prompt.ts';

// npm run setup             walks through what connects a platform; asks for tokens where somebody sits
// npm run setup -- --save   also writes the files it shows
const save = process.argv.includes('--save');
const ENV = '.env';
/** What has just been typed. */
const kept = new Map<string, string>();

try {
  const typed = process.stdin.isTTY && process.stdout.isTTY;
  for (const platform of platforms) {
    if (typed && !(await wants(platform))) continue;
    if (typed) await askFor(platform);
    await show(platform);
  }
  console.log('Then: npm start. If something does not work: npm run doctor.');
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function wants({ name }: Platform): Promise<boolean> {
  return !/^n/i.test(await ask(`Set up ${name}? [Y/n] `));
}

/** First how to get the tokens, then the tokens; what is given already is not asked for. */
async function askFor(platform: Platform): Promise<void> {
  const missing = platform.settings.filter(({ asked, name }) => asked && current()(name) === '');
  if (missing.length === 0) return;
  await show(platform);
  for (const { name, about, start } of missing) {
    console.log(about);
    const value = (await askSecret(`${name} (Enter to skip): `)).trim();
    if (value === '') continue;
    if (!value.startsWith(start ?? '')) console.log(`That does not look like one: it begins with ${start}. Not kept.`);
    else keep(name, value);
  }
}

async function show(platform: Platform): Promise<void> {
  const findings = await platform.setUp(current(), { commands, translations });
  console.log(drawFindings(platform.name, findings));
  for (const { file, show } of findings) {
    if (!save || file === undefined || show === undefined) continue;
    writeFileSync(file, `${show}\n`);
    console.log(`  Written: ${file}`);
  }
}

/** The settings as they are now: what was just typed comes first. */
function current(): Read {
  const read = readerOf(readSettings());
  return (name) => kept.get(name) ?? read(name);
}

function keep(name: string, value: string): void {
  kept.set(name, value);
  const before = existsSync(ENV) ? readFileSync(ENV, 'utf8') : '';
  writeFileSync(ENV, withSetting(before, name, value), { mode: 0o600 });
  console.log(`Kept in ${ENV}.`);
}
