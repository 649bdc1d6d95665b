import { afterAll, expect } from 'vitest';
import { discordAdapter } from '#adapters/discord/index';
import { MESSAGE_BUDGET } from '#adapters/discord/render/budget';
import { render } from '#adapters/discord/render/message';
import { settingsOf } from '#adapters/discord/settings';
import { paginate } from '#chat/paginate/paginate';
import { commands } from '#commands';
import { adapterContract } from '../../contracts/adapter.ts';
import { testHost } from '../../support/adapter-host.ts';
import { settingsFor } from '../../support/discord/bot.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';
import { type Component, componentsOf, type Message } from '../../support/discord/payloads.ts';
import { Person } from '../../support/discord/person.ts';
import { startDiscord } from '../../support/discord/server.ts';
import { river } from '../../support/river.ts';

const server = await startDiscord();
const settings = settingsOf(settingsFor(server, { DISCORD_MENTIONS: 'yes' }));
afterAll(async () => {
  expect(server.faults()).toEqual([]);
  await server.close();
});

/** A message as one text, with its control characters. */
const shown = (message: { readonly components: unknown }): string =>
  JSON.stringify(message).replace(/\\u00[01][0-9a-f]|\\[bfrt]/g, (escaped) => JSON.parse(`"${escaped}"`));

const all = (message: string): readonly Component[] =>
  componentsOf((JSON.parse(message) as Pick<Message, 'components'>).components);

/** Markdown applies to texts only; labels of buttons and menus are shown literally. */
const read = (message: string): string =>
  all(message)
    .flatMap(({ content = '', label = '', placeholder = '', options = [], items = [] }) => [
      readMarkdown(content).text,
      label,
      placeholder,
      ...options.map((option) => option.label),
      ...items.map(({ description }) => description),
    ])
    .join(' ')
    .replace(/\s+/gu, ' ');

adapterContract('Discord', {
  draw: (reply) => [shown(render(paginate(reply, { commands, budget: MESSAGE_BUDGET })))],
  read,
  live: (message) => all(message).flatMap(({ content = '' }) => readMarkdown(content).live),
  open: () => {
    if (!settings) throw new Error('There are no settings.');
    return {
      adapter: discordAdapter(settings, testHost([river]).host),
      ask: async (line) => read(shown(await Person.direct(server).say(line))),
    };
  },
});
