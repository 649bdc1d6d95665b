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
