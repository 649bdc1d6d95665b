import { beforeEach, describe, expect, test } from 'vitest';
import { dataOf } from '../../support/data.ts';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { labels } from '../../support/slack/people.ts';
import { refused } from '../../support/slack/server.ts';
import { stage } from './stage.ts';

const JSON_FILE = 'onrecord-data.json';

describe.each(['socket', 'http'] as const)('/data export in Slack, over %s', (transport) => {
  const on = stage(() => ({ transport, dispatcher: dispatcherOf([], [], { data: dataOf() }) }));
  beforeEach(() => void on.slack.channels.members.set('U1', { is_admin: true }));
  const export_ = () => on.answered(on.kim.command('/data', 'export'));
  const uploads = () => [...on.slack.files.uploads.values()];

  test('sends the data as a file in a direct message, and says where it is', async () => {
    const { words, blocks } = await export_();
    expect(words).toContain(
      'All data stored for this workspace, in onrecord-data.json: 0 schedules, 0 feeds, 0 posts.',
    );
    expect(words).toContain('onrecord-data.json is in your conversation with Onrecord, under Messages.');
    expect(words).not.toContain('"workspace"');
    expect(labels(blocks)).not.toContain('Share');
    const [file, ...others] = uploads();
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: JSON_FILE, complete: true, channel: 'D1' });
    expect(JSON.parse(new TextDecoder().decode(file?.content))).toMatchObject({ platform: 'Slack', workspace: 'T1' });
    expect(on.slack.channels.in('U1').map(({ text }) => text)).toEqual(['onrecord-data.json, as requested:']);
  });

  test('in Korean for a user who has set that', async () => {
    on.slack.channels.members.set('U1', { is_admin: true, locale: 'ko-KR' });
    expect((await export_()).words).toContain('onrecord-data.json은(는) Onrecord와의 대화(메시지 탭)에 있습니다.');
  });

  test('is text with the reason if the app lacks the scope', async () => {
    on.slack.channels.withhold('files:write');
    const { words } = await export_();
    expect(words).toContain('the app lacks the scope files:write: an admin can add it under OAuth & Permissions');
    expect(words).toContain('"workspace": "T1"');
    expect(on.slack.channels.in('U1')).toEqual([]);
  });

  test('is text with the reason if Slack rejects the file', async () => {
    on.slack.failNext('files.completeUploadExternal', refused('file_uploads_disabled'));
    const { words } = await export_();
    expect(words).toContain(
      'The file onrecord-data.json could not be sent (file_uploads_disabled). Here is the content as text:',
    );
    expect(words).toContain('"workspace": "T1"');
  });

  test('uploads only to hosts of Slack', async () => {
    on.slack.failNext('files.getUploadURLExternal', {
      body: { ok: true, upload_url: 'https://evil.example/upload', file_id: 'F9' },
    });
    expect((await export_()).words).toContain('could not be sent (no_address_of_this_slack)');
  });

  test('is rejected for a member without permission to manage, and nothing is uploaded', async () => {
    on.slack.channels.members.set('U1', {});
    expect((await export_()).words).toContain('may export or delete its data');
    expect(uploads()).toEqual([]);
  });
});
