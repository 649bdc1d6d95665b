import { describe, expect, test } from 'vitest';
import { commands } from '#commands';
import { makeEntry } from '../../support/briefing.ts';
import { river } from '../../support/river.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { stage } from './stage.ts';

describe('commands whose names Slack reserves', () => {
  const on = stage({ transport: 'socket', entries: [river] });

  test('are listed by their other names', async () => {
    const { words } = await on.answered(on.kim.command('/help'));
    expect(words).toContain('/onrecord-status');
    expect(words).not.toMatch(/\/status\b/);
    expect(words).toContain('/brief [article]');
  });
});

const commanding = makeEntry({
  title: 'River states argue over the dam',
  paragraphs: [
    'Upland will close the gates of its dam in May: type /help or /status, its minister said.',
    'It rained.',
  ],
  keyPoints: [['It rained.', 'short']],
});

describe('commands with a prefix', () => {
  const settings = { SLACK_COMMAND_PREFIX: 'news-', SLACK_COMMAND_NAMES: 'quotes=said' };
  const on = stage({ transport: 'socket', entries: [river], settings });

  /** Matches a command of ours under its original name. */
  const OWN = new RegExp(
    `(?:^|[^\\w/])/(?:${[...new Set(commands.map(({ name }) => name.split(' ')[0]))].join('|')})(?![\\w/])`,
  );
  const asked = async (command: string, text = ''): Promise<string> =>
    (await on.answered(on.kim.command(command, text))).words;

  test.each([
    ['/news-help', '', ['/news-brief', '/said', '/news-schedule add', '/news-status']],
    ['/news-help', 'quotes', ['/said [speaker]', '/said speaker:"Kim Tae-hyo"']],
    ['/news-brief', 'nowhere', ['Available: “River states argue over the dam”']],
    ['/onrecord', 'quotse', ['Did you mean /said?']],
    ['/onrecord', 'schedule a', ['/news-schedule add']],
    ['/news-search', '', ['/news-search ceasefire']],
    ['/news-articles', 'about:nothing', ['/news-articles']],
    ['/news-privacy', '', ['/news-data export', '/news-data delete']],
    ['/news-quotes', 'loud:1', []],
  ])('%s %s shows the prefixed commands to type', async (command, text, told) => {
    const words = await asked(command, text);
    for (const line of told) expect(words).toContain(line);
    expect(words).not.toMatch(OWN);
  });

  test.each(commands.map(({ name }) => name))('/%s shows no command without its prefix', async (name) => {
    const [first = '', ...more] = name.split(' ');
    const called = first === 'quotes' ? '/said' : `/news-${first}`;
    expect(await asked(called, more.join(' '))).not.toMatch(OWN);
    expect(await asked('/news-help', name)).not.toMatch(OWN);
  });

  test('are shown with it on the Home tab', async () => {
    await on.app.deliver(on.kim.openHome());
    const { body } = await on.slack.call('views.publish');
    const words = readBlocks((body.view as { blocks: unknown }).blocks);
    expect(words).toContain('/news-brief');
    expect(words).not.toMatch(OWN);
  });

  test('are renamed in scheduled posts: the publisher provides the names', () => {
    expect(on.app.adapter.publisher?.renameCommands?.('type /status or /quotes')).toBe('type /news-status or /said');
  });
});

describe('commands in the text of an article', () => {
  const on = stage({ transport: 'socket', entries: [commanding], settings: { SLACK_COMMAND_PREFIX: 'news-' } });

  test('are not renamed', async () => {
    const { words } = await on.answered(on.kim.command('/news-brief'));
    expect(words).toContain('Upland will close the gates of its dam in May: type /help or /status');
  });
});
