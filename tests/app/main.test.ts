import { describe, expect, test } from 'vitest';
import { MARKET } from '../support/articles.ts';
import { folderOf, run } from '../support/process.ts';

const start = (content: string) => run('src/main.ts', { env: { ONRECORD_CONTENT: content } });

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
