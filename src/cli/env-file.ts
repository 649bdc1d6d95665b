import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Sets a variable in the text of a `.env` file: replaces its line, commented or not, or appends one if there is none.
 * Everything else is unchanged.
 */
export function withSetting(text: string, name: string, value: string): string {
  const line = `${name}=${quoted(value)}`;
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const at = lines.findLastIndex((existing) => new RegExp(`^\\s*#?\\s*(?:export\\s+)?${name}\\s*=`).test(existing));
  return `${(at < 0 ? [...lines, line] : lines.with(at, line)).join('\n')}\n`;
}

/** Tokens are not quoted; values that a shell or dotenv would interpret are put in single quotes. */
const quoted = (value: string): string => (/^[\w.:/+=@-]*$/.test(value) ? value : `'${value.replaceAll("'", '')}'`);

/** Writes a setting to a `.env` file, and makes the file readable by its owner only. */
export function saveSettingIn(file: string, name: string, value: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, withSetting(before, name, value), { mode: 0o600 });
  // The mode above applies to new files only: an existing file may be readable by all users.
  chmodSync(file, 0o600);
}
