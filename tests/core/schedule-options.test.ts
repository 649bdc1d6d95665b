import { expect, test } from 'vitest';
import { inEnglish } from '#core/messages/index';
import { changedOptions, optionEntries, scheduleOptions } from '#core/schedule-options';

const DEFAULTS = { length: 'short', empty: 'line', grace: 6 } as const;

test('options that are left out have their defaults', () => {
  expect(scheduleOptions({})).toEqual(DEFAULTS);
});

test.each([
  { length: 'full', about: 'rivers', picture: 'voices', empty: 'nothing', grace: 24 },
  { ...DEFAULTS, about: 'rivers' },
])('valid values are kept: %o', (values) => {
  expect(scheduleOptions(values)).toEqual(values);
});

test.each([
  { length: 'endless' },
  { about: null },
  { picture: 'hologram' },
  { picture: null },
  { empty: 3 },
  { grace: '6' },
  { colour: 'red' },
])('values and options of a later version are left out: %o', (values) => {
  expect(scheduleOptions(values)).toEqual(DEFAULTS);
});

test('every choice other than the default has a text, and the default has none', () => {
  for (const [name, option] of optionEntries) {
    const values = option.type === 'choice' ? option.choices : [option.type === 'text' ? 'rivers' : option.most];
    for (const value of values) {
      const labels = changedOptions(scheduleOptions({ [name]: value })).map(({ label }) => inEnglish.message(label));
      expect(labels).toHaveLength(value === option.default ? 0 : 1);
      expect(labels.join()).not.toMatch(/[{}]|schedule\./);
    }
  }
});
