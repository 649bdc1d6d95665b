import type { Publisher } from '#core/publisher';
import { posterContract, type Scene } from '../../contracts/publisher.ts';
import { plainPublisher } from '../../support/plain.ts';
import { startApp } from '../../support/slack/app.ts';
import type { StoredMessage } from '../../support/slack/channels.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { LOST, rateLimited, refused, startSlack } from '../../support/slack/server.ts';

const textOf = ({ text, blocks }: StoredMessage): string =>
  `${text}\n${blocks === undefined ? '' : readBlocks(blocks)}`;

async function open(): Promise<Scene> {
  const slack = await startSlack();
  let app = await startApp(slack, { transport: 'socket' });
  const channel = 'C0RIVER';
  slack.channels.close('C0OTHER', 'channel_not_found');
  return {
    publisher: () => plainPublisher(app.adapter.publisher as Publisher),
    target: { platform: 'Slack', workspace: 'T1', channel },
    foreign: { platform: 'Slack', workspace: 'T2', channel: 'C0OTHER' },
    person: 'U1',
    seen: () =>
      slack.channels.in(channel).map((message) => ({
        id: message.ts,
        text: textOf(message),
        ...(message.thread_ts === undefined ? {} : { under: message.thread_ts }),
      })),
    notices: () => slack.channels.in('U1').map(textOf),
    restart: async () => {
      await app.stop();
      app = await startApp(slack, { transport: 'socket' });
    },
    loseAnswers: (times) => slack.failNext('chat.postMessage', ...Array.from({ length: times }, () => LOST)),
    holdUp: (milliseconds) => slack.failNext('chat.postMessage', rateLimited(milliseconds / 1000)),
    close: async () => slack.channels.close(channel, 'not_in_channel'),
    hide: async () => slack.channels.withhold('channels:history', 'groups:history'),
    refuseFiles: () => slack.failNext('files.getUploadURLExternal', refused('file_uploads_disabled')),
    // Slack never detects duplicates.
    forget: () => {},
    end: async () => {
      await app.stop();
      await slack.close();
      return slack.faults();
    },
  };
}

posterContract('Slack', open);
