import { describe, expect, test } from 'vitest';
import { MARKET } from '../support/articles.ts';
import { folderOf, run } from '../support/process.ts';

const start = (content: string, input?: string) =>
  run('src/main.ts', { env: { ONRECORD_CONTENT: content }, ...(input === undefined ? {} : { input }) });

const content = folderOf({ 'market.md': MARKET });

describe('without input', () => {
  test('prints the newest briefing and says which settings would connect a platform', async () => {
    const { code, out, err } = await start(content);
    expect(out).toContain('Council splits over the covered market');
    expect(out).toContain('What’s new');
    const notice = out.replace(/\s+/g, ' ');
    expect(notice).toContain('No chat platform is configured: npm run setup says how. The settings go into .env:');
    expect(notice).toContain('SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET for Slack');
    expect(notice).toContain('DISCORD_TOKEN for Discord.');
    expect(out).not.toContain('\u001b');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});

describe('piped', () => {
  test('answers each line, an invalid one with a sentence, and exits with 0', async () => {
    const lines = '/quotes ferrant\n\n/qoutes\r\n/positions speeker:x\n/quotes Vladimir Putin\n/articles';
    const { code, out, err } = await start(content, lines);
    expect(out).toContain('“Nobody signs a cheque with closed eyes.”');
    expect(out).toContain('There is no command “qoutes”. Did you mean /quotes?');
    expect(out).toContain('/positions has no option “speeker”.');
    expect(out).toContain('Vladimir Putin is not quoted in this article.');
    expect(out).toContain('1 article');
    expect(out.match(/^─{20}$/gm)).toHaveLength(4);
    expect(out).not.toContain('What’s new');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
});
