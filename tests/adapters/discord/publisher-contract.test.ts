import type { Publisher } from '#core/publisher';
import { posterContract, type Scene } from '../../contracts/publisher.ts';
import { BROKEN } from '../../support/discord/answering.ts';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import { componentsOf, type Message, snowflake } from '../../support/discord/payloads.ts';
import { isPrivate, textOf } from '../../support/discord/person.ts';
import { startDiscord } from '../../support/discord/server.ts';
import { plainPublisher } from '../../support/plain.ts';

const POST = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;
/** Discord remembers nonces for minutes. */
const LONG = 3_600_000;
/**
 * The type of the first message of a thread:
 * https://docs.discord.com/developers/resources/message#message-object-message-types
 */
const STARTER = 21;

const descriptionsOf = ({ components }: Message): readonly string[] =>
  componentsOf(components).flatMap(({ items = [] }) => items.map(({ description = '' }) => description));

async function open(): Promise<Scene> {
  let now = Date.UTC(2025, 2, 10);
  const server = await startDiscord({ now: () => now });
  const { guild: workspace, channel } = server.room;
  const [elsewhere, person] = [snowflake(), snowflake()];
  const foreign = { platform: 'Discord', workspace: elsewhere, channel: server.world.places.open(elsewhere) };
  let bot: Bot = await startBot({ server });
  const messages = () =>
    [...server.world.messages.values()].filter((message) => message.type !== STARTER && !isPrivate(message));
  const conversation = (): string => server.world.places.meet(person).id;
  return {
    publisher: () => plainPublisher(bot.adapter.publisher as Publisher),
    target: { platform: 'Discord', workspace, channel },
    // Given by a user of the first server.
    foreign: { ...foreign, workspace },
    person,
    seen: () =>
      messages()
        .filter((message) => message.channel_id !== conversation())
        .map((message) => ({
          id: message.id,
          text: [textOf(message), ...descriptionsOf(message)].join('\n'),
          ...(message.channel_id === channel ? {} : { under: message.channel_id }),
        })),
    notices: () =>
      messages()
        .filter((message) => message.channel_id === conversation())
        .map(textOf),
    restart: async () => {
      bot = await bot.restart();
    },
    loseAnswers: (times) => server.respondWith({ ...POST, status: BROKEN, done: true, times }),
    holdUp: (milliseconds) =>
      server.respondWith({ ...POST, status: 429, headers: { 'retry-after': String(milliseconds / 1000) } }),
    close: async () => {
      server.world.places.deny(channel, 'sendMessages');
      await bot.settled();
    },
    hide: async () => {
      server.world.places.deny(channel, 'readMessageHistory');
      await bot.settled();
    },
    refuseFiles: () => server.respondWith({ ...POST, status: 403, code: 50013, message: 'Missing Permissions' }),
    forget: () => {
      now += LONG;
    },
    end: () => bot.end(),
  };
}

posterContract('Discord', open);
