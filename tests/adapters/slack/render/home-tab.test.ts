import { describe, expect, test } from 'vitest';
import { readActionId } from '#adapters/slack/render/action-ids';
import { homeFor } from '#adapters/slack/render/home-tab';
import { DEFAULT_NAMING } from '#adapters/slack/setup/manifest';
import { decodeToken } from '#chat/button-token';
import { commands } from '#commands';
import type { CatalogEntry } from '#core/catalog';
import { catalogOf } from '../../../support/briefing.ts';
import { dispatcherOf } from '../../../support/dispatcher.ts';
import { river } from '../../../support/river.ts';
import { slackFaults } from '../../../support/slack/rules.ts';

const OPERATOR = { support: 'mailto:help@on.example', terms: 'https://on.example/terms', retentionDays: 30 };

const homeOver = (entries: readonly CatalogEntry[], connectionMode?: 'oauth') =>
  homeFor({
    host: { commands, catalog: catalogOf(entries), operator: OPERATOR },
    dispatcher: dispatcherOf(entries),
    naming: { ...DEFAULT_NAMING, prefix: 'news-', umbrella: 'news' },
    ...(connectionMode ? { connectionMode } : {}),
  });
const copies = (count: number): CatalogEntry[] =>
  Array.from({ length: count }, (_, at) => {
    const article = { ...river.article, id: `river-${at}`, title: `River ${at}: ${'x'.repeat(300)}` };
    return { article, briefing: { ...river.briefing, article } };
  });

describe('the Home tab', () => {
  test('shows the newest briefings, each with what is new and a button that briefs it', async () => {
    const home = await homeOver([river]);
    expect(slackFaults(home)).toEqual([]);
    const text = JSON.stringify(home);
    expect(text).toContain('River states argue over the dam');
    expect(text).toContain('Upland will close the gates of its dam in May');
    expect(text).toContain('Brief answers under Messages, beside this tab.');
    const buttons = home.blocks.flatMap((block) =>
      'elements' in block && block.type === 'actions' ? block.elements : [],
    );
    const tokens = buttons.map((button) =>
      decodeToken(readActionId({ block_id: '', ...(button as { action_id: string; value: string }) }) ?? '', commands),
    );
    expect(tokens).toMatchObject([
      { action: 'run', invocation: { command: 'brief', options: { article: 'river-dam' } } },
    ]);
  });

  test('explains the commands, by their names in this workspace', async () => {
    const text = JSON.stringify(await homeOver([river]));
    for (const { name, description } of commands) {
      expect(text).toContain(`/news-${name}`);
      expect(text).toContain(description);
    }
    expect(text).toContain('/news brief');
  });

  test('shows the contact and the terms', async () => {
    const text = JSON.stringify(await homeOver([river]));
    expect(text).toContain('help@on.example');
    expect(text).toContain('https://on.example/terms');
    expect(text).toContain('Privacy: /news-privacy');
  });

  test('shows how the app is connected', async () => {
    const text = JSON.stringify(await homeOver([river], 'oauth'));
    expect(text).toContain('Connected over');
    expect(text).toContain('HTTP, for many workspaces');
  });

  test.each([0, 1, 500])('is within the limits with %i articles', async (count) => {
    const home = await homeOver(copies(count));
    expect(slackFaults(home)).toEqual([]);
    expect(home.blocks.length).toBeLessThan(60);
  });
});
