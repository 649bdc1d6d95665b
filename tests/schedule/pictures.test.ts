import { afterEach, describe, expect, test } from 'vitest';
import type { Voices } from '#core/picture';
import type { Reply } from '#core/reply';
import { textOf } from '../support/dispatcher.ts';
import { fakeDrawing, PNG } from '../support/pictures.ts';
import { river } from '../support/river.ts';
import { articleOf, INPUT, SCOPE, type TestProcess, type World, worldAt } from '../support/schedule/world.ts';

const MINUTE = 60_000;
/** Five minutes before 07:30 in Seoul on 11 March. */
const START = Date.UTC(2025, 2, 10, 22, 25);

let world: World;
afterEach(() => world.close());

async function worldWith(drawing = fakeDrawing(), entry = river): Promise<TestProcess> {
  world = await worldAt(START);
  world.entries = [entry];
  world.drawPicture = drawing.draw;
  const process = await world.start();
  await process.scheduling.add(SCOPE, { ...INPUT, picture: 'map' });
  return process;
}

const posted = (): readonly Reply[] => world.platform.messages.map(({ reply }) => reply);
const filesIn = ({ blocks }: Reply) => blocks.filter(({ type }) => type === 'file');

describe('a schedule with picture:map', () => {
  test('posts the map of the first article with positions in its message, and none in its thread', async () => {
    const drawing = fakeDrawing();
    await worldWith(drawing);
    await world.time.pass(10 * MINUTE);
    const [parent, ...thread] = posted();
    expect(parent && filesIn(parent)).toMatchObject([
      { name: 'positions.png', content: PNG, alt: expect.stringContaining('Who stands where in “River states') },
    ]);
    expect(thread.flatMap(filesIn)).toEqual([]);
    expect(drawing.drawn).toHaveLength(1);
  });

  test('posts its text with one sentence if the map cannot be drawn', async () => {
    await worldWith({ draw: async () => undefined, drawn: [] });
    await world.time.pass(10 * MINUTE);
    const [parent] = posted();
    expect(parent && filesIn(parent)).toEqual([]);
    const text = parent ? textOf(parent) : '';
    expect(text).toContain('Morning briefing');
    expect(text).toContain('The picture could not be drawn. Here it is as text:\nWho stands where in “River states');
  });

  test('posts only its text if no article has positions', async () => {
    const drawing = fakeDrawing();
    await worldWith(drawing, articleOf('alpha'));
    await world.time.pass(10 * MINUTE);
    expect(posted().map(filesIn)).toEqual([[], []]);
    expect(textOf(posted()[0] as Reply)).not.toContain('picture');
    expect(drawing.drawn).toEqual([]);
  });

  test('or picture:voices posts who speaks how much in all of its articles', async () => {
    const drawing = fakeDrawing();
    world = await worldAt(START);
    world.entries = [articleOf('alpha')];
    world.drawPicture = drawing.draw;
    const { scheduling } = await world.start();
    await scheduling.add(SCOPE, { ...INPUT, picture: 'voices' });
    await world.time.pass(10 * MINUTE);
    world.entries = [river, articleOf('beta'), articleOf('alpha')];
    await world.time.leap(24 * 60 * MINUTE - 10 * MINUTE);
    await world.time.pass(10 * MINUTE);
    const [first, second] = drawing.drawn as readonly Voices[];
    expect(first).toMatchObject({ title: 'What became of alpha', voices: [{ speaker: 'Ada Holm', words: 3 }] });
    expect(second?.title).toBe('Who speaks how much in 2 articles');
    expect(second?.voices.map(({ speaker }) => speaker)).toEqual(expect.arrayContaining(['Ada Holm', 'Mara Lind']));
    expect(
      posted()
        .flatMap(filesIn)
        .map((file) => 'alt' in file && file.alt),
    ).toEqual(['Who speaks how much: Ada Holm, 3 words.', expect.stringContaining('Mara Lind, ')]);
  });

  test('shows it in the preview', async () => {
    const { scheduling } = await worldWith();
    const [only] = await scheduling.list(SCOPE);
    expect(filesIn((await scheduling.preview(SCOPE, only?.schedule.id ?? '')).parent)).toHaveLength(1);
  });

  test.each(Array.from({ length: 24 }, (_, step) => step + 1))(
    'posts text and picture once if the process is killed at step %i',
    async (step) => {
      const process = await worldWith();
      await world.time.pass(4 * MINUTE);
      process.killAt(step);
      await world.time.pass(5 * MINUTE);
      process.kill();
      await world.start();
      await world.time.pass(10 * MINUTE);
      const parents = world.platform.messages.filter(({ threadParent: under }) => under === undefined);
      expect(parents).toHaveLength(1);
      expect(filesIn(parents[0]?.reply as Reply)).toHaveLength(1);
    },
  );
});
