import { describe, expect, test } from 'vitest';
import { withPictures } from '#adapters/slack/api/upload';
import type { FileBlock } from '#core/reply';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { fakeDrawing, PNG } from '../../support/pictures.ts';
import { river } from '../../support/river.ts';
import { labels } from '../../support/slack/people.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { refused } from '../../support/slack/server.ts';
import { stage } from './stage.ts';

const ALT =
  '“We fill the lake when the snow melts, as every year” — José Álvarez-Peña, energy minister · Upland. The Delta Courier · 4 March 2025';

const dispatcher = () => dispatcherOf([river], [], { drawPicture: fakeDrawing().draw });

interface Picture {
  readonly type: string;
  readonly alt_text?: string;
  readonly slack_file?: { readonly id: string };
}
const picturesIn = (blocks: unknown) => (blocks as readonly Picture[]).filter(({ type }) => type === 'image');

describe.each(['socket', 'http'] as const)('a picture in Slack, over %s', (transport) => {
  const on = stage(() => ({ transport, dispatcher: dispatcher() }));
  const uploads = () => [...on.slack.files.uploads.entries()];
  const card = () => on.answered(on.kim.command('/quotes', 'as:card'));

  test('is uploaded, and shown in the answer with its description', async () => {
    const { blocks, words } = await card();
    const [[id, file] = [], ...others] = uploads();
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: 'quotation-a1.png', alt: ALT, content: PNG, complete: true });
    expect(file?.channel).toBeUndefined();
    expect(picturesIn(blocks)).toMatchObject([{ slack_file: { id }, alt_text: ALT }]);
    expect(words).toContain('River states argue over the dam · ¶2');
    expect(labels(blocks)).toEqual(expect.arrayContaining(['In words', 'Share']));
  });

  test('is also made for a map of positions', async () => {
    const { blocks } = await on.answered(on.kim.command('/positions', 'as:map'));
    expect(picturesIn(blocks)[0]?.alt_text).toMatch(
      /^Who stands where in “River states argue over the dam”\. Lowland – Against: Mara Lind \(condemns\)/,
    );
  });

  test('is shared with the channel', async () => {
    const answer = await card();
    await on.app.deliver(on.kim.press('Share', answer));
    const shared = await on.shown();
    expect(shared.body).toMatchObject({ response_type: 'in_channel' });
    expect(picturesIn(shared.blocks)).toMatchObject([{ alt_text: ALT }]);
    expect(readBlocks((await on.shown()).blocks)).toBe('Shared in this channel.');
  });

  test('is replaced by its text in the same message', async () => {
    const words = await on.answered(on.kim.press('In words', await card()));
    expect(words.body).toMatchObject({ replace_original: true });
    expect(picturesIn(words.blocks)).toEqual([]);
    expect(words.words).toContain('“We fill the lake');
  });

  test.each([
    ['the upload is refused', 'files.getUploadURLExternal', 'file_uploads_disabled'],
    ['its end is refused', 'files.completeUploadExternal', 'file_not_found'],
    ['it cannot be looked up', 'files.info', 'file_not_found'],
  ])('is shown as text with the reason if %s', async (_, method, reason) => {
    on.slack.failNext(method, refused(reason));
    const { blocks, words } = await card();
    expect(picturesIn(blocks)).toEqual([]);
    expect(words).toContain(`The file quotation-a1.png could not be sent (${reason}). Here is the content as text:`);
    expect(words).toContain('“We fill the lake when the snow melts, as every year” — José Álvarez-Peña');
  });

  test('is shown as text if the app lacks the scope', async () => {
    on.slack.channels.withhold('files:write');
    const { words } = await card();
    expect(words).toContain('the app lacks the scope files:write: an admin can add it');
    expect(words).toContain('“We fill the lake when the snow melts, as every year” — José Álvarez-Peña');
  });
});

describe('a picture that Slack accepts, but not in a message', () => {
  const on = stage(() => ({ transport: 'socket', dispatcher: dispatcher() }), { errors: true });

  test('is shown as text with the reason', async () => {
    on.slack.failNext('response_url', { status: 400, body: { ok: false, error: 'invalid_blocks' } });
    await on.app.deliver(on.kim.command('/quotes', 'as:card'));
    const [refusedMessage, answer] = [await on.shown(), await on.shown()];
    expect(picturesIn(refusedMessage.blocks)).toHaveLength(1);
    expect(answer.blocks).toBeUndefined();
    expect(answer.words).toContain(
      'The file quotation-a1.png could not be sent (invalid_blocks). Here is the content as text:',
    );
    expect(answer.words).toContain('“We fill the lake when the snow melts, as every year” — José Álvarez-Peña');
  });
});

test('a message that shows a picture is sent only once Slack has processed it', async () => {
  const types = ['', '', 'image/png'];
  const steps: string[] = [];
  const file: FileBlock = { type: 'file', name: 'a.png', mediaType: 'image/png', content: PNG, alt: 'A dot' };
  const reply = { visibility: 'asker', blocks: [file] } as const;
  await withPictures(reply, {
    hosts: ['https://files.example'],
    wait: async (ms) => void steps.push(`waits ${ms}`),
    call: async (method) => {
      steps.push(method);
      return method === 'files.info' ? { file: { mimetype: types.shift() } } : {};
    },
    upload: async () => 'F1',
  });
  expect(steps).toEqual([
    ...['files.completeUploadExternal', 'files.info', 'waits 200', 'files.info', 'waits 400', 'files.info'],
  ]);
});
