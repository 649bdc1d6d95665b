import { writeFileSync } from 'node:fs';
import { commands, translations } from '#commands';
import { readerOf, readSettings } from '#config';
import type { Platform, ReadSetting, Setting } from '#core/platform';
import { platforms } from '#platforms';
import { runProgram } from './arguments.ts';
import { formatDiagnostics } from './diagnostics.ts';
import { saveSettingIn } from './env-file.ts';
import { print } from './print.ts';
import { ask, askSecret } from './prompt.ts';
import { problemWith } from './setting-problems.ts';

const USAGE = `Usage: npm run setup [-- --save]

Explains how to connect each chat platform, and asks for its tokens if run in a terminal.
--save also writes the files that are shown.`;

const ENV = '.env';
/** Platforms whose first steps have been shown. */
const shown = new Set<string>();
/** Values typed in this run. */
const entered = new Map<string, string>();

let save = false;

process.exitCode = await runProgram({
  usage: USAGE,
  options: { save: { type: 'boolean', default: false } },
  takesArguments: false,
  main: async ({ values }) => {
    save = values.save;
    return await setUp();
  },
});

async function setUp(): Promise<number> {
  const typed = process.stdin.isTTY && process.stdout.isTTY;
  for (const platform of platforms) {
    if (typed && !(await wantsPlatform(platform))) continue;
    if (typed) await askForSettings(platform);
    await showDiagnostics(platform);
  }
  print('Then: npm start. If something does not work: npm run doctor.');
  return 0;
}

async function wantsPlatform({ name }: Platform): Promise<boolean> {
  return !/^n/i.test(await ask(`Set up ${name}? [Y/n] `));
}

/** Explains how to get the tokens, then asks for those that are not set. */
async function askForSettings(platform: Platform): Promise<void> {
  const missing = platform.settings.filter(({ asked, name }) => asked && currentSettings()(name) === '');
  if (missing.length === 0) return;
  await showDiagnostics(platform);
  for (const setting of missing) {
    print(setting.about);
    const value = await askUntilValid(setting, platform.settings);
    if (value !== '') saveSetting(setting.name, value);
  }
}

/** Asks until a value looks valid for this setting; returns an empty string if the user skips it. */
async function askUntilValid(setting: Setting, all: readonly Setting[]): Promise<string> {
  for (;;) {
    const value = (await askSecret(`${setting.name} (Enter to skip): `)).trim();
    const problem = value === '' ? undefined : problemWith(value, setting, all);
    if (problem === undefined) return value;
    print(`${problem} It was not saved.`);
  }
}

async function showDiagnostics(platform: Platform): Promise<void> {
  const all = await platform.setUp(currentSettings(), { commands, translations });
  const findings = shown.has(platform.name) ? all.filter(({ once }) => !once) : all;
  shown.add(platform.name);
  print(formatDiagnostics(platform.name, findings));
  for (const { file, show } of findings) {
    if (!save || file === undefined || show === undefined) continue;
    writeFileSync(file, `${show}\n`);
    print(`  Written: ${file}`);
  }
}

/** The current settings: typed values take precedence. */
function currentSettings(): ReadSetting {
  const read = readerOf(readSettings());
  return (name) => entered.get(name) ?? read(name);
}

function saveSetting(name: string, value: string): void {
  entered.set(name, value);
  saveSettingIn(ENV, name, value);
  print(`Saved in ${ENV}.`);
}
