import { expect, test } from 'vitest';
import { zoneChoices } from '#lookup/zones';

const first = (typed: string, locale?: string): string | undefined => zoneChoices(typed, locale)[0]?.value;

test.each([
  ['ko', 'Asia/Seoul'],
  ['en-GB', 'Europe/London'],
  ['sv-SE', 'Europe/Stockholm'],
  ['es-419', 'America/Mexico_City'],
  ['xx', 'Europe/London'],
])('without input, a user of %s is offered %s first', (locale, zone) => {
  expect(first('', locale)).toBe(zone);
});

test('offers no more time zones than a menu can hold, each once', () => {
  const zones = zoneChoices('', 'ja').map(({ value }) => value);
  expect(zones.length).toBe(25);
  expect(new Set(zones).size).toBe(25);
});

test('typed text counts more than the locale', () => {
  expect(first('seo', 'de')).toBe('Asia/Seoul');
});
