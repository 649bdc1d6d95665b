import { describe, expect, test } from 'vitest';
import { MARKET } from '../support/articles.ts';
import { folderOf, hasPython, runAtTerminal } from '../support/process.ts';

const PROMPT = 'onrecord> ';
const [CTRL_C, CTRL_D, TAB, ENTER] = ['\u0003', '\u0004', '\t', '\r'];
const env = { ONRECORD_CONTENT: folderOf({ 'market.md': MARKET }) };
const at = (columns: number, steps: readonly (readonly [string, string])[], more = {}) =>
  runAtTerminal('src/main.ts', columns, steps, { ...env, ...more });

describe.skipIf(!hasPython && !process.env.CI)(
  'a user at a terminal (skipped without python3, which simulates a terminal)',
  () => {
    test('sees the briefing, runs commands, completes on Tab and exits', async () => {
      const { code, out } = await at(100, [
        [PROMPT, `/quo${TAB}`],
        ['/quotes ', `speaker:ferr${TAB}`],
        ['speaker:"Lidia Ferrant" ', ENTER],
        ['closed eyes', `exit${ENTER}`],
      ]);
      expect(out).toContain('What’s new');
      expect(out).toContain('\u001b[1m');
      expect(code).toBe(0);
    });

    test.each([
      ['Ctrl-C', CTRL_C],
      ['Ctrl-D', CTRL_D],
    ])('%s ends it', async (_, key) => {
      const { code, out } = await at(80, [[PROMPT, key]]);
      expect(out).toContain(PROMPT);
      expect(code).toBe(0);
    });

    test('a narrow terminal without colours gets neither long lines nor colours', async () => {
      const { code, out } = await at(30, [[PROMPT, `exit${ENTER}`]], { NO_COLOR: '1' });
      const shown = out.slice(0, out.indexOf(PROMPT)).split('\r\n');
      expect(shown.filter((line) => line.length > 30)).toEqual([]);
      expect(shown.join('')).not.toContain('\u001b[1m');
      expect(code).toBe(0);
    });
  },
);
