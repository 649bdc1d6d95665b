import { describe, expect, test } from 'vitest';
import { whenOf } from '#lookup/when';

describe('a time with days and a time zone behind it', () => {
  test.each([
    ['7:30', { time: '07:30' }],
    ['7:30pm', { time: '19:30' }],
    ['7:30 pm', { time: '19:30' }],
    ['7:30pm weekdays Seoul', { time: '19:30', days: 'weekdays', zone: 'Seoul' }],
    ['7:30 pm on mon, wed and fri', { time: '19:30', days: 'mon, wed and fri' }],
    ['07:30 in New York', { time: '07:30', zone: 'New York' }],
    ['7:30pm Seoul weekdays', { time: '19:30', days: 'weekdays', zone: 'Seoul' }],
    ['7:30pm weekdays, Seoul', { time: '19:30', days: 'weekdays', zone: 'Seoul' }],
    ['7:30pm in Seoul, on weekdays', { time: '19:30', days: 'weekdays', zone: 'Seoul' }],
    ['noon every day Europe/London', { time: '12:00', days: 'every day', zone: 'Europe/London' }],
  ])('%s', (typed, when) => expect(whenOf(typed)).toEqual(when));

  test.each([
    ['7', '“7” is not a time of day'],
    ['soon Seoul', '“soon Seoul” is not a time of day'],
    ['7:30 someday', 'There is no time zone “someday”'],
    ['7:30 weekdays Mars', 'There is no time zone “Mars”'],
  ])('%s is refused', (typed, message) => expect(() => whenOf(typed)).toThrow(message));
});
