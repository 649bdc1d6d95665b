import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The text of a `.env` file with a setting in it: its line is replaced where there is one, commented or not, and added
 * at the end where there is none. Everything else stays as it is.
 */
export function withSetting(text: string, name: string, value: string): string {
  const line = `${name}=${quoted(value)}`;
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const at = lines.findLastIndex((existing) => new RegExp(`^\\s*#?\\s*(?:export\\s+)?${name}\\s*=`).test(existing));
  return `${(at < 0 ? [...lines, line] : lines.with(at, line)).join('\n')}\n`;
}

/** Tokens are plain; anything that a shell or dotenv would read otherwise is put into single quotation marks. */
const quoted = (value: string): string => (/^[\w.:/+=@-]*$/.test(value) ? value : `'${value.replaceAll("'", '')}'`);

/** Writes a setting into a `.env` file, which only its owner may read afterwards. */
export function saveSettingIn(file: string, name: string, value: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, withSetting(before, name, value), { mode: 0o600 });
  // The mode above applies to new files only: an existing file may be readable by all users.
  chmodSync(file, 0o600);
}
