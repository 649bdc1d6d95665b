import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, startBot } from '../../support/discord/bot.ts';
import type { Message } from '../../support/discord/payloads.ts';
import { labelsOf, textOf } from '../../support/discord/person.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot({ settings: { DISCORD_MENTIONS: 'yes' } });
});
afterAll(async () => expect(await bot.end()).toEqual([]));

const REFUSED = { status: 400, code: 50035, message: 'Invalid Form Body' } as const;
const ANSWER = { method: 'PATCH', path: /@original/, ...REFUSED } as const;
const FOLLOW_UP = { method: 'POST', path: /^\/webhooks/, ...REFUSED } as const;
const MESSAGE = { method: 'POST', path: /^\/channels/, ...REFUSED } as const;

/** Sends one text component, and logs what was rejected without its text. */
async function isText(answer: Message): Promise<void> {
  expect(answer.components).toHaveLength(1);
  expect(answer.components[0]?.content).toBeTruthy();
  const { id, outcome } = await bot.host.nextRequest();
  expect(outcome).toBe('answered');
  expect(bot.host.lines.at(-1)).toMatchObject({
    message: 'Discord refused the components of a message, which was sent as text',
    details: { id, code: 50035, components: expect.stringMatching(/^[A-Za-z]+ \d+(, [A-Za-z]+ \d+)*$/) },
  });
}

describe('an answer whose components Discord refuses is sent once more as text', () => {
  test('a command', async () => {
    bot.server.respondWith(ANSWER);
    const answer = await bot.me.command('brief').answer();
    expect(textOf(answer)).toContain('Upland will close the gates');
    await isText(answer);
  });

  test('a button, in the place of the answer', async () => {
    const brief = await bot.me.command('brief').answer();
    await bot.host.nextRequest();
    bot.server.respondWith(ANSWER);
    const quotes = await bot.me.press(brief, 'Quotes').answer();
    expect(quotes.id).toBe(brief.id);
    expect(textOf(quotes)).toContain('a slow drought by decree');
    await isText(quotes);
  });

  test('what is shared, under the name of the user', async () => {
    const brief = await bot.me.command('brief', { length: 'headline' }).answer();
    await bot.host.nextRequest();
    bot.server.respondWith(FOLLOW_UP);
    const shared = await bot.me.press(brief, 'Share').followUp();
    expect(textOf(shared)).toMatch(new RegExp(`^-# Shared by <@${bot.me.id}>\\n`));
    expect(labelsOf(shared)).toEqual([]);
    await bot.host.nextRequest();
  });

  test('a mention', async () => {
    bot.server.respondWith(MESSAGE);
    const answer = await bot.me.say(`<@${bot.server.bot.id}> brief`);
    expect(textOf(answer)).toContain('Upland will close the gates');
    await isText(answer);
  });

  test('a post to a channel, which is found again by its button', async () => {
    bot.server.respondWith(MESSAGE);
    const post = {
      target: { platform: 'Discord', workspace: bot.server.room.guild, channel: bot.server.room.channel },
      idempotencyKey: 'post1',
    };
    const reply = { visibility: 'channel', blocks: [{ type: 'paragraph', text: ['It *rained*.'] }] } as const;
    const sent = await bot.adapter.publisher?.post({ ...post, reply, stillOwned: async () => true });
    expect(sent).toMatchObject({ kind: 'sent' });
    expect(textOf(bot.server.calls.at(-1)?.message as Message)).toBe('It \\*rained\\*.');
    expect(await bot.adapter.publisher?.find(post, 60_000)).toMatchObject({ kind: 'found' });
  });

  test('a post with a picture, first without the picture', async () => {
    bot.server.respondWith({ method: 'POST', path: /^\/channels/, status: 413, code: 40005, message: 'Too large' });
    const target = { platform: 'Discord', workspace: bot.server.room.guild ?? '', channel: bot.server.room.channel };
    const picture = {
      type: 'file',
      name: 'map.png',
      mediaType: 'image/png',
      content: new Uint8Array(8),
      alt: 'A map',
    } as const;
    const blocks = [picture, { type: 'heading', text: 'It rained', level: 2 } as const];
    const reply = { visibility: 'channel', blocks } as const;
    const post = { target, idempotencyKey: 'post2', reply, stillOwned: async () => true };
    expect(await bot.adapter.publisher?.post(post)).toMatchObject({ kind: 'sent' });
    const sent = bot.server.calls.at(-1)?.message as Message;
    expect(textOf(sent)).toContain('A map');
    expect(textOf(sent)).toContain('## It rained');
  });

  test('and is given up if Discord refuses the text too: the user gets the ID, under which the log has both', async () => {
    bot.server.respondWith({ ...ANSWER, times: 2 });
    const answer = await bot.me.command('brief').answer();
    const { id, outcome } = await bot.host.nextRequest();
    expect(outcome).toBe('refused');
    expect(textOf(answer)).toContain(id);
    expect(bot.host.lines.filter(({ details }) => details.id === id)).toHaveLength(2);
  });
});
