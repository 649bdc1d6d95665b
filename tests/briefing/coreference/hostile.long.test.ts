import { describe, expect, test } from 'vitest';
import { resolveMentions, resolveSpeakers } from '#briefing/coreference/index';
import type { SourceMention } from '#briefing/coreference/sources/source';
import { findMentions, type Mentions } from '#briefing/mentions/index';
import { tokenise } from '#briefing/mentions/tokens';
import fc, { anyText } from '../../support/property.ts';
import { read } from './marked.ts';

type Read = ReturnType<typeof read>;

const mentionsOf = ({ reading, sentences }: Read): Mentions => findMentions(tokenise(reading, sentences));

const resolveAll = (read: Read, sources: readonly SourceMention[], mentions = mentionsOf(read)) =>
  resolveSpeakers(resolveMentions(mentions, read.sentences, sources), read.sentences, sources);

/** Milliseconds of processor time to resolve a source at every mention; other processes do not affect it. */
function timed(text: string): number {
  const article = read(text);
  const before = process.cpuUsage();
  const mentions = mentionsOf(article);
  const sources: SourceMention[] = mentions.mentions.map(({ span }) => ({ span, content: [] }));
  resolveAll(article, sources, mentions);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The minimum of three runs, which excludes compilation and garbage collection. */
const least = (text: string): number => Math.min(timed(text), timed(text), timed(text));

describe('cost grows linearly with the text', () => {
  const texts: [string, (size: number) => string][] = [
    ['nothing but capitals', (size) => 'Kim '.repeat(size)],
    [
      'as many names as words',
      (size) => Array.from({ length: size }, (_, at) => `Ann${at} Lee${at % 97} said so.`).join(' '),
    ],
    [
      'one family name, many bearers',
      (size) => Array.from({ length: size }, (_, at) => `Ann${at} Kim spoke. Kim said so.`).join(' '),
    ],
    ['he said', (size) => `Tom Bell came. ${'he said “no”. '.repeat(size)}`],
    ['the official said', (size) => 'An official spoke. The official said so. '.repeat(size)],
    ['nested owners', (size) => `${'Kim’s '.repeat(size)}aide said so.`],
    ['marks', (size) => '“‘('.repeat(size)],
    ['of of of', (size) => `The head ${'of the office '.repeat(size)}said so.`],
    ['commas', (size) => `${'Ada Moe, the envoy, '.repeat(size)}said so.`],
    ['and and', (size) => `${'Ada Moe and '.repeat(size)}Tom Bell said so.`],
  ];
  test.each(texts)('%s', (_name, make) => {
    timed(make(500));
    const small = least(make(500));
    const large = least(make(8_000));
    // Sixteen times the text: quadratic cost would take 256 times as long.
    expect(large).toBeLessThan(Math.max(small, 4) * 80);
  });
});

test('reads a megabyte in one line', () => {
  expect(() => timed('Kim Tae and the Minister of X, he said, “it” '.repeat(23_000))).not.toThrow();
});

const WORDS = fc.constantFrom(
  ...'Kim Ada Okafor Mr. the The said he she it they who “ ” " \' ’s , . ( ) : — of and a report official minister North Korea NIS Jr. “Bobby” D-Md. 45 Q A İ ß \u{1F600} é al- de'.split(
    ' ',
  ),
);

test('no text makes it throw, every span lies in the text, and the same text gives the same speakers', () => {
  fc.assert(
    fc.property(fc.array(WORDS, { maxLength: 60 }), fc.boolean(), (words, headline) => {
      const text = `${headline ? '# ' : ''}${words.join(' ')}`;
      const { reading, sentences } = read(text);
      const { mentions } = mentionsOf({ reading, sentences });
      for (const mention of mentions) {
        expect(mention.span.start).toBeGreaterThanOrEqual(0);
        expect(mention.span.end).toBeGreaterThan(mention.span.start);
        expect(mention.span.end).toBeLessThanOrEqual(reading.text.length);
      }
      const sources = mentions.map(({ span }): SourceMention => ({ span, content: [] }));
      const cast = resolveAll({ reading, sentences }, [...sources, { content: [] }, { content: [], sameAs: 0 }]);
      expect(cast.refs).toHaveLength(sources.length + 2);
      for (const ref of cast.refs) {
        if (ref.kind === 'named') expect(cast.speakers).toContain(ref.speaker);
        else expect(ref.why).not.toBe('');
      }
      expect(new Set(cast.speakers.map(({ id }) => id)).size).toBe(cast.speakers.length);
      const again = read(text);
      expect(resolveAll(again, [...sources, { content: [] }, { content: [], sameAs: 0 }])).toEqual(cast);
    }),
    { numRuns: 300 },
  );
});

test('any characters', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), fc.nat(200), fc.nat(200), (text, from, length) => {
      const { reading, sentences } = read(text);
      resolveAll({ reading, sentences }, [{ span: { start: from, end: from + length }, content: [] }]);
    }),
    { numRuns: 300 },
  );
});
