import { describe, expect, test } from 'vitest';
import { dayChoices, daysOf, sayDays, timeOf, typeDays } from '#lookup/times';
import { zoneChoices, zoneIds, zoneOf } from '#lookup/zones';

describe('a time of day', () => {
  const cases: [typed: string, time: string][] = [
    ['07:30', '07:30'],
    ['7:30', '07:30'],
    ['7.30', '07:30'],
    ['0730', '07:30'],
    ['7:30 am', '07:30'],
    ['7:30 p.m.', '19:30'],
    ['7pm', '19:00'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['7h30', '07:30'],
    ['Noon', '12:00'],
    ['23:59', '23:59'],
  ];
  test.each(cases)('%s', (typed, time) => expect(timeOf(typed)).toBe(time));
  test.each(['7', '25:00', '7:60', '13pm', '0am', 'soon', '', '7:3', '-1:00', '24:00'])('%j is invalid', (typed) => {
    expect(() => timeOf(typed)).toThrow(`“${typed}” is not a time of day: type 07:30 or 7:30 pm.`);
  });
});

describe('days', () => {
  const cases: [typed: string, days: number[], said: string][] = [
    ['weekdays', [1, 2, 3, 4, 5], 'every weekday'],
    ['Mon-Fri', [1, 2, 3, 4, 5], 'every weekday'],
    ['daily', [1, 2, 3, 4, 5, 6, 7], 'every day'],
    ['every day', [1, 2, 3, 4, 5, 6, 7], 'every day'],
    ['weekend', [6, 7], 'every Saturday and Sunday'],
    ['mon, wed and fri', [1, 3, 5], 'every Monday, Wednesday and Friday'],
    ['Fridays', [5], 'every Friday'],
    ['fri–mon', [1, 5, 6, 7], 'every Monday, Friday, Saturday and Sunday'],
    ['su,su', [7], 'every Sunday'],
    ['tu th', [2, 4], 'every Tuesday and Thursday'],
  ];
  test.each(cases)('%s', (typed, days, said) => {
    expect(daysOf(typed)).toEqual(days);
    expect(sayDays(daysOf(typed))).toBe(said);
    expect(daysOf(typeDays(daysOf(typed)))).toEqual(days);
  });
  test.each(['t', 's', 'someday', '', 'mon-', 'mon-tue-wed', ','])('%j are invalid', (typed) => {
    expect(() => daysOf(typed)).toThrow('names no days: type weekdays, daily, or days like mon, wed, fri.');
  });
});

describe('days are completed', () => {
  const cases: [typed: string, ...values: string[]][] = [
    ['', 'weekdays', 'daily', 'weekends', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    ['we', 'weekdays', 'weekends', 'wednesday'],
    ['mon, t', 'mon,tuesday', 'mon,thursday'],
    ['mon,we', 'mon,wednesday'],
  ];
  test.each(cases)('%j', (typed, ...values) => {
    expect(dayChoices(typed).map(({ value }) => value)).toEqual(values);
    for (const value of values) expect(() => daysOf(value)).not.toThrow();
  });
});

describe('a zone', () => {
  const cases: [typed: string, zone: string][] = [
    ['Asia/Seoul', 'Asia/Seoul'],
    ['seoul', 'Asia/Seoul'],
    ['new york', 'America/New_York'],
    ['KST', 'Asia/Seoul'],
    ['utc', 'UTC'],
    ['UTC+9', 'Etc/GMT-9'],
    ['gmt -3', 'Etc/GMT+3'],
    ['+00:00', 'UTC'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Delhi', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['US/Eastern', 'America/New_York'],
    ['kathmandu', 'Asia/Kathmandu'],
  ];
  test.each(cases)('%s', (typed, zone) => expect(zoneOf(typed)).toBe(zone));

  test('an unknown one, with suggestions', () => {
    expect(() => zoneOf('Asia/Soul')).toThrow('There is no time zone “Asia/Soul”. Did you mean Asia/Seoul?');
    expect(() => zoneOf('Seol')).toThrow('Did you mean Asia/Seoul?');
    expect(() => zoneOf('IST')).toThrow('type Asia/Kolkata, Europe/Dublin or Asia/Jerusalem.');
    expect(() => zoneOf('Mars/Olympus Mons')).toThrow('There is no time zone');
    expect(() => zoneOf('')).toThrow('There is no time zone');
    expect(() => zoneOf('UTC+15')).toThrow('There is no time zone');
  });

  test('completes by city', () => {
    expect(zoneChoices('seo')[0]).toEqual({ label: 'Asia/Seoul', value: 'Asia/Seoul' });
    expect(zoneChoices('')).toHaveLength(25);
    expect(zoneIds()).toContain('Asia/Seoul');
  });

  test('each is a valid time zone', () => {
    for (const timeZone of ['UTC+9', 'kst', 'utc'].map(zoneOf))
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});
