import { describe, expect, test } from 'vitest';
import { type ButtonToken, decodeToken, encodeToken } from '#chat/button-token';
import { commands } from '#commands';
import { shortId } from '#text/short-id';
import fc from '../support/property.ts';

const token = (command: string, options: Record<string, string>, rest: Partial<ButtonToken> = {}): ButtonToken => ({
  action: 'run',
  invocation: { command, options },
  part: 1,
  ...rest,
});

describe('a button’s token', () => {
  const cases: [written: string, token: ButtonToken][] = [
    ['1g1;help', token('help', {})],
    ['1g1;quotes;ar=river-dam;s=Mara Lind', token('quotes', { article: 'river-dam', speaker: 'Mara Lind' })],
    [
      '1s2;brief;a=river-dam;l=full',
      token('brief', { article: 'river-dam', length: 'full' }, { action: 'share', part: 2 }),
    ],
    ['1f1;quotes', token('quotes', {}, { action: 'form' })],
    [
      '1pa;quotes;ar=river-dam;s?',
      token('quotes', { article: 'river-dam' }, { action: 'select', part: 10, option: 'speaker' }),
    ],
    ['1g1;quotes;ab=a\\:b\\\\c', token('quotes', { about: 'a;b\\c' })],
    ['1g1;quotes;ab=a\\202e.b\\9b.\\\\ad.', token('quotes', { about: 'a\u202eb\u009b\\ad.' })],
  ];
  test.each(cases)('%s', (written, token) => {
    expect(encodeToken(token, commands, 100)).toBe(written);
    expect(decodeToken(written, commands)).toEqual(token);
  });

  test.each([
    ['', 'nothing'],
    ['run', 'some other thing'],
    ['0g1;help', 'another version'],
    ['1x1;help', 'an unknown verb'],
    ['1g1;rm', 'an unknown command'],
    ['1g1;quotes;a=x', 'a key that two options begin with'],
    ['1g1;quotes;colour=x', 'an unknown option'],
    ['1g1;quotes;speaker', 'an option without a value'],
    ['1p1;quotes', 'a menu that fills nothing'],
    ['1g1;quotes;s?', 'a button that fills something'],
    ['1g99999;help', 'a part too far'],
  ])('%j is invalid: %s', (text) => expect(decodeToken(text, commands)).toBeUndefined());

  test('fits a hundred characters by short forms, the article’s first', () => {
    const article = 'a-very-long-name-of-an-article-that-somebody-saved-from-a-page-with-a-very-long-title';
    const speaker = 'The Standing Committee on the Rivers of the Northern Provinces';
    const short = encodeToken(token('quotes', { speaker, article }), commands, 100) ?? '';
    expect(short).toBe(`1g1;quotes;s=${speaker};ar=${shortId(article)}`);
    expect(
      encodeToken(
        token('quotes', { speaker, article, about: 'x'.repeat(40), kind: 'indirect', page: '99' }),
        commands,
        100,
      ),
    ).toHaveLength(93);
  });

  test('has no button if it cannot fit', () => {
    expect(encodeToken(token('articles', { about: 'x'.repeat(100) }), commands, 100)).toBeUndefined();
    expect(encodeToken(token('rm', {}), commands, 100)).toBeUndefined();
  });

  const anyToken = fc.constantFrom(...commands.filter(({ options }) => options.length > 0)).chain((command) =>
    fc.record({
      action: fc.constantFrom('run' as const, 'share' as const, 'form' as const),
      invocation: fc.record({
        command: fc.constant(command.name),
        options: fc.dictionary(
          fc.constantFrom(...command.options.map(({ name }) => name)),
          fc.string({ unit: 'grapheme' }),
        ),
      }),
      part: fc.integer({ min: 1, max: 36 ** 4 - 1 }),
    }),
  );

  test('survives a round trip', () => {
    fc.assert(
      fc.property(anyToken, (given) => {
        expect(decodeToken(encodeToken(given, commands, 10_000) ?? '', commands)).toEqual(given);
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `1g1;quotes;${rest}`),
        ),
        (text) => void decodeToken(text, commands),
      ),
    );
  });
});
