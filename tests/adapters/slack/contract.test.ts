import { afterAll } from 'vitest';
import { MESSAGE_BUDGET } from '#adapters/slack/render/budget';
import { render } from '#adapters/slack/render/message';
import { paginate } from '#chat/paginate/paginate';
import { commands } from '#commands';
import type { Reply } from '#core/reply';
import { adapterContract } from '../../contracts/adapter.ts';
import { river } from '../../support/river.ts';
import { appOf } from '../../support/slack/app.ts';
import { peopleOf } from '../../support/slack/people.ts';
import { liveIn, readBlocks, wordsIn } from '../../support/slack/read.ts';
import { startSlack } from '../../support/slack/server.ts';

interface Sent {
  readonly text: string;
  readonly blocks: unknown;
}

/** As JSON, followed by the raw strings, because JSON escapes control characters. */
const written = (sent: Sent): string => `${JSON.stringify(sent)}\n${sent.text}\n${wordsIn(sent.blocks)}`;
const parsed = (message: string): Sent => JSON.parse(message.split('\n')[0] ?? '');

const draw = (reply: Reply): readonly string[] => [
  written(render(paginate(reply, { commands, budget: MESSAGE_BUDGET }))),
];

const slack = await startSlack();
afterAll(() => slack.close());

adapterContract('Slack', {
  draw,
  read: (message) => readBlocks(parsed(message).blocks),
  live: (message) => liveIn(parsed(message)),
  open: () => {
    const app = appOf(slack, { transport: 'socket', entries: [river] });
    const people = peopleOf(slack);
    return {
      adapter: app.adapter,
      async ask(line) {
        await app.deliver(people.command('/onrecord', line.replace(/^\//, '')));
        return readBlocks((await slack.call('response_url')).body.blocks);
      },
    };
  },
});
