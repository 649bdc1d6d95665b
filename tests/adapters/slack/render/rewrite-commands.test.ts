import { describe, expect, test } from 'vitest';
import { river } from '../../../support/river.ts';
import { stage } from '../stage.ts';

describe('commands with other names in Slack', () => {
  const on = stage({ transport: 'socket', entries: [river] });

  test('are listed by these names', async () => {
    const { words } = await on.answered(on.kim.command('/help'));
    expect(words).toContain('/onrecord-status');
    expect(words).not.toMatch(/\/status\b/);
    expect(words).toContain('/brief [article]');
  });
});

describe('commands with a prefix', () => {
  const settings = { SLACK_COMMAND_PREFIX: 'news-', SLACK_COMMAND_NAMES: 'quotes=said' };
  const on = stage({ transport: 'socket', entries: [river], settings });

  test.each([
    ['/news-help', '', ['/news-brief', '/said', '/news-schedule add', '/news-status']],
    ['/news-brief', 'nowhere', ['There is “River states argue over the dam”']],
    ['/onrecord', 'quotse', ['Did you mean /said?']],
  ])('%s %s says what to type here', async (command, text, told) => {
    const { words } = await on.answered(on.kim.command(command, text));
    for (const one of told) expect(words).toContain(one);
    expect(words).not.toMatch(/(?:^|\s)\/(?:brief|quotes|help|articles|schedule)\b/);
  });

  test('leaves the text of an article unchanged', async () => {
    const { words } = await on.answered(on.kim.command('/news-brief'));
    expect(words).toContain('Key points');
  });
});
