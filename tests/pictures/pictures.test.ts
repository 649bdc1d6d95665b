import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import type { Picture, PositionMap, QuoteCard, Voices } from '#core/picture';
import { readUpload } from '#library';
import { drawPicture, toPng } from '#pictures/index';
import { sizeOfPicture } from '#pictures/picture-size';
import { fontsFor } from '#pictures/text/fonts';
import { shapeText } from '#pictures/text/shape';
import { wrapText } from '#pictures/text/wrap';
import { altTextOf } from '#replies/pictures/alt-text';
import { pictureOf } from '#replies/pictures/of-article';
import { river } from '../support/river.ts';

const card = (more: Partial<QuoteCard> = {}): QuoteCard => ({
  kind: 'quote',
  words: ['We saw it', 'and left.'],
  speaker: 'Mara Lind',
  role: 'premier · Lowland',
  source: 'The Delta Courier · 2025-03-04',
  ...more,
});

describe('names in other scripts', () => {
  test.each([
    ['Hangul', '김태효'],
    ['Arabic', 'محمد بن سلمان'],
    ['Hebrew', 'גולדה מאיר'],
    ['Japanese', '岸田文雄、あべ、トヨタ'],
    ['simplified Chinese', '习近平'],
    ['Devanagari', 'नरेन्द्र मोदी'],
    ['Thai', 'ประยุทธ์'],
    ['Cyrillic and Greek', 'Жук Ελένη'],
    ['Vietnamese', 'Đặng Thị Thanh'],
  ])('renders all letters of %s', async (_, name) => {
    expect((await drawPicture(card({ speaker: name }))).isComplete).toBe(true);
  });

  test('reports a letter that no font contains', async () => {
    expect((await drawPicture(card({ speaker: 'ጎንደር' }))).isComplete).toBe(false);
  });

  test('Arabic letters are joined', async () => {
    const fonts = await fontsFor('محمد', 'sans', 'regular');
    const outlines = (text: string) => shapeText(text, fonts, 30).svg.match(/ d="[^"]*"/g) ?? [];
    const apart = new Set([...'محمد'].flatMap(outlines));
    expect(outlines('محمد').filter((outline) => !apart.has(outline)).length).toBeGreaterThan(1);
  });
});

describe('a quotation', () => {
  test('of any length is never cut: beyond the smallest font size its card is higher', async () => {
    const long = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ');
    const style = { family: 'serif', weight: 'regular', size: 28 } as const;
    const { lines } = await wrapText(long, style, 1000);
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(1000);
    const [short, high] = [await drawPicture(card()), await drawPicture(card({ words: [long] }))];
    expect(short.height).toBe(630);
    expect(high.height).toBeGreaterThan(lines.length * 28);
    const glyphs = (svg: string): number => svg.match(/<path/g)?.length ?? 0;
    expect(glyphs(high.svg) - glyphs(short.svg)).toBeGreaterThan(long.replace(/ /g, '').length - 60);
  });

  test('in a right-to-left script is set from the right, its runs in that direction', async () => {
    const { lines, isRightToLeft } = await wrapText(
      'בשנת 2024 היה',
      { family: 'serif', weight: 'regular', size: 40 },
      500,
    );
    expect(isRightToLeft).toBe(true);
    // The year is between the words, which begin at the right.
    const [, ...xs] = [...(lines[0]?.svg ?? '').matchAll(/matrix\([\d.]+ 0 0 -[\d.]+ ([\d.]+) /g)].map(([, x]) =>
      Number(x),
    );
    expect(Math.max(...xs)).toBeLessThan(lines[0]?.width ?? 0);
    const left = (svg: string) => Number(/<rect x="([\d.]+)" y="80"/.exec(svg)?.[1]);
    expect(left((await drawPicture(card({ words: ['היה טוב'] }))).svg)).toBeGreaterThan(1000);
    expect(left((await drawPicture(card())).svg)).toBe(80);
  });

  test('that is one long word is broken', async () => {
    const { lines } = await wrapText('x'.repeat(300), { family: 'serif', weight: 'regular', size: 40 }, 500);
    expect(lines.length).toBeGreaterThan(5);
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(500);
  });
});

describe('the pictures of an article', () => {
  const names = ['map', 'voices', 'card-a1', 'card-a3'] as const;

  test.each(names)('%s is a PNG as large as it says', async (name) => {
    const picture = pictureOf(river.briefing, name) as Picture;
    const { svg, width, height, isComplete } = await drawPicture(picture);
    const png = Buffer.from(await toPng(svg));
    expect(isComplete).toBe(true);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(png.length).toBeLessThan(150_000);
  });

  test('do not show a speaker who declines to comment as opposed', () => {
    const [position] = river.briefing.positions;
    if (!position) throw new Error('There is no position.');
    const briefing = { ...river.briefing, positions: [{ ...position, stance: 'declines' as const }] };
    const map = pictureOf(briefing, 'map') as PositionMap;
    expect(map.sides[0]?.standings.against).toEqual([]);
    expect(map.sides[0]?.standings.between.length).toBe(1);
  });

  test('separate speakers without a side from the side above them', async () => {
    const map = pictureOf(river.briefing, 'map') as PositionMap;
    const [first] = map.sides;
    if (!first) throw new Error('There is no side.');
    const lines = async (sides: PositionMap['sides']) => {
      const { svg } = await drawPicture({ ...map, sides });
      return svg.match(/height="2"/g)?.length ?? 0;
    };
    expect(await lines([first, { ...first, side: '' }])).toBe(1);
    expect(await lines([{ ...first, side: '' }, first])).toBe(0);
  });

  test('are found only by their names', () => {
    for (const name of ['card-a4', 'card-', 'card-x', '', '__proto__']) {
      expect(pictureOf(river.briefing, name)).toBeUndefined();
    }
  });

  test.each(['map', 'voices'] as const)('%s has about the size that is reserved for it', async (name) => {
    const picture = pictureOf(river.briefing, name) as Picture;
    const [drawn, reserved] = [await drawPicture(picture), sizeOfPicture(picture)];
    expect(reserved.width).toBe(drawn.width);
    expect(reserved.height / drawn.height).toBeCloseTo(1, 1);
  });

  test('say how many speakers they leave out', async () => {
    const [first] = river.briefing.attributions;
    const [speaker] = river.briefing.speakers;
    if (!first || !speaker) throw new Error('There is no speaker.');
    const attributions = Array.from({ length: 17 }, (_, at) => ({
      ...first,
      speaker: {
        ...first.speaker,
        kind: 'named',
        speaker: { ...speaker, id: `s${at}`, name: `Speaker ${at}` },
      } as const,
    })) as unknown as typeof river.briefing.attributions;
    const picture = pictureOf({ ...river.briefing, attributions }, 'voices') as Voices;
    expect([picture.voices.length, picture.more]).toEqual([12, 'and 5 more']);
    expect(altTextOf(picture)).toMatch(/11 words; and 5 more\.$/);
    const { more: _, ...without } = picture;
    expect((await drawPicture(picture)).height).toBeGreaterThan((await drawPicture(without)).height);
  });

  test('have the same content as text', () => {
    const alt = (name: string): string => altTextOf(pictureOf(river.briefing, name) as Picture);
    expect(alt('card-a3')).toBe(
      '“No village of ours will go thirsty” … “We will count every drop.” — Mara Lind, premier · Lowland. The Delta Courier · 4 March 2025',
    );
    expect(alt('map')).toBe(
      'Who stands where in “River states argue over the dam”. Lowland – Against: Mara Lind (condemns). For: Mara Lind (pledges). Upland – For: José Álvarez-Peña (pledges).',
    );
    expect(alt('voices')).toContain('Mara Lind, ');
  });

  test('show the sanitised text of any file', async () => {
    const article = await readUpload({
      name: 'a.md',
      content: '# A title\n\n“We *will* fight \u202eon &amp; on,” said Ada Berg, the mayor of the town.',
    });
    const { briefing } = { briefing: brief(article) };
    const [first] = briefing.quotes;
    const picture = pictureOf(briefing, `card-${first?.id}`) as QuoteCard;
    expect(picture.words).toEqual(['We will fight on & on']);
  });
});
