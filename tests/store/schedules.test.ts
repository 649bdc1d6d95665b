import { expect, test } from 'vitest';
import { scheduleOf } from '#store/schedules';

const ROW = {
  ...{ id: 's1', platform: 'pigeon', workspace: 'loft', channel: 'C1', author: 'U1', created: 1_000 },
  ...{ time: '07:30', days: '12345', zone: 'Asia/Seoul', length: 'full', empty: 'line', grace: 6 },
  ...{ about: null, language: null, picture: null, options: null, paused: null, reason: null },
};

test('options without a column are read from JSON; those of a later version are left out', () => {
  const schedule = scheduleOf({ ...ROW, options: '{"about":"rivers","colour":"red"}' });
  expect(schedule).toMatchObject({ length: 'full', about: 'rivers', empty: 'line', grace: 6 });
  expect(schedule).not.toHaveProperty('colour');
});

test('a value of a later version becomes the default', () => {
  expect(scheduleOf({ ...ROW, length: 'endless', picture: 'hologram' })).toMatchObject({ length: 'short' });
  expect(scheduleOf({ ...ROW, picture: 'hologram' })).not.toHaveProperty('picture');
});
