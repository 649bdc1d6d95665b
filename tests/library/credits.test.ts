import { describe, expect, test } from 'vitest';
import { parseCredit } from '#library/text/byline';
import { parseStamp } from '#library/text/timestamp';

describe('a date line', () => {
  test.each([
    ['Published : Oct. 22, 2024 - 15:40', '2024-10-22T15:40', undefined],
    ['12 May 2024 14:05 BST', '2024-05-12T14:05', '+01:00'],
    ['2024-05-12T10:00:00Z', '2024-05-12T10:00', 'Z'],
    ['2024-05-12T10:00:00.000+09:00', '2024-05-12T10:00', '+09:00'],
    ['Updated 3:15 PM ET, Tue May 12, 2024', '2024-05-12T15:15', '-04:00'],
    ['Updated 3:15 PM ET, Tue January 9, 2024', '2024-01-09T15:15', '-05:00'],
    ['Sunday, 12 May 2024', '2024-05-12', undefined],
    ['May 12th, 2024', '2024-05-12', undefined],
    ['12 May 2024', '2024-05-12', undefined],
    ['Sept. 3, 2024, 9:05 a.m. EDT', '2024-09-03T09:05', '-04:00'],
    ['Posted on 22.10.2024 at 18:05', '2024-10-22T18:05', undefined],
    ['10/22/2024', '2024-10-22', undefined],
    ['22/10/2024 07:30 GMT', '2024-10-22T07:30', 'Z'],
    ['2024.10.22 15:40 KST', '2024-10-22T15:40', '+09:00'],
    ['2024-10-22 15:40 (UTC+9)', '2024-10-22T15:40', '+09:00'],
    ['Oct 22, 2024 11:30 IST', '2024-10-22T11:30', undefined],
    ['First published on Tue 22 Oct 2024 06.00 BST', '2024-10-22T06:00', '+01:00'],
    ['Published 12:01 a.m. Oct. 22, 2024 | Updated 9:30 a.m. Oct. 23, 2024', '2024-10-22T00:01', undefined],
    ['Updated : Oct. 23, 2024 - 09:00 Published : Oct. 22, 2024 - 15:40', '2024-10-22T15:40', undefined],
    ['Tuesday 22 October 2024 12:00 pm', '2024-10-22T12:00', undefined],
    ['Date: 22 October 2024', '2024-10-22', undefined],
    ['5/6/2024 7:11 AM PDT', '2024-05-06T07:11', '-07:00'],
    ['10/9/24 7:15 AM EDT', '2024-10-09T07:15', '-04:00'],
    ['First Posted: 08-13-24 05:18 PM', '2024-08-13T17:18', undefined],
    ['05/06/2024 10:15 GMT', undefined, undefined],
  ])('%s', (line, at, zone) => {
    expect(parseStamp(line)?.published).toEqual(at && (zone ? { at, zone } : { at }));
  });

  test.each([
    ['05/06/2024', 'it can be May or June'],
    ['Tue May 12', 'it names no year'],
    ['31 April 2024', 'there is no such day'],
  ])('%s names no date: %s', (line) => {
    expect(parseStamp(line)?.published).toBeUndefined();
  });

  test.each([
    ['9:40 p.m.'],
    ['2024'],
    ['May'],
    ['In May 2024 the talks ended.'],
    ['22 people died on 12 May 2024'],
    ['60.'],
    [''],
  ])('%s is not one', (line) => {
    expect(parseStamp(line)).toBeUndefined();
  });
});

describe('a byline', () => {
  test.each([
    ['By Kim Arin', ['Kim Arin']],
    ['BY JANE DOE', ['Jane Doe']],
    ['By A. B. Jones and Chris Roe, Reuters', ['A. B. Jones', 'Chris Roe']],
    ['By Jane Doe, John Roe and Ann Poe', ['Jane Doe', 'John Roe', 'Ann Poe']],
    ['By Jane Doe in Seoul and John Roe in Kyiv', ['Jane Doe', 'John Roe']],
    ['By Jane Doe, Staff Writer', ['Jane Doe']],
    ['By Jane Doe, Associated Press', ['Jane Doe']],
    ['By Ursula von der Leyen', ['Ursula von der Leyen']],
    ['By Walter (W.J.) Brandt', ['Walter (W.J.) Brandt']],
    ['By Maria “Mia” Holt and Jan Roe', ['Maria “Mia” Holt', 'Jan Roe']],
    ['By Siobhán O’Grady and Choe Sang-hun', ['Siobhán O’Grady', 'Choe Sang-hun']],
    ['By Jane Doe (jane@example.com)', ['Jane Doe']],
    ['By Jane Doe @janedoe', ['Jane Doe']],
    ['Words by Jane Doe', ['Jane Doe']],
    ['Written by: Jane Doe', ['Jane Doe']],
    ['Words: Jane Doe', ['Jane Doe']],
    ['Words: Jane Doe · Pictures: John Roe', ['Jane Doe']],
    ['Submitted by Jane Doe on 12 May 2024', ['Jane Doe']],
    ['By Jane Doe reports', ['Jane Doe']],
    ['12 May 2024— 4 min read', []],
    ['BYLINE: Jane Doe.', ['Jane Doe']],
    ['By Reuters', ['Reuters']],
    ['— Reuters staff', ['Reuters staff']],
    ['— Jane Doe', ['Jane Doe']],
  ])('%s', (line, authors) => {
    expect(parseCredit(line)?.authors).toEqual(authors);
  });

  test.each([
    ['Jane Doe | 12 May 2024', ['Jane Doe'], '2024-05-12'],
    ['By Jane Doe | Published 12 May 2024, 14:05', ['Jane Doe'], '2024-05-12T14:05'],
    ['By Jane Doe • 22 October 2024 • 4 min read', ['Jane Doe'], '2024-10-22'],
    ['By Jane Doe - 22 October 2024', ['Jane Doe'], '2024-10-22'],
    ['Jane Doe, Political Correspondent | 22 October 2024', ['Jane Doe'], '2024-10-22'],
    ['By Jane Doe, Oct. 22, 2024', ['Jane Doe'], '2024-10-22'],
    ['By Jane Doe Updated October 22, 2024', ['Jane Doe'], '2024-10-22'],
    ['Posted October 22, 2024 by Jane Doe', ['Jane Doe'], '2024-10-22'],
    ['10/22/2024 BY JANE DOE', ['Jane Doe'], '2024-10-22'],
  ])('%s', (line, authors, at) => {
    expect(parseCredit(line)).toEqual({ authors, published: { at } });
  });

  test.each([
    ['By Tuesday'],
    ['By then, the talks had failed.'],
    ['By contrast, Daniel Roe predicted a fall.'],
    ['By winning the primary, Jane Doe took all delegates.'],
    ['Jane Doe'],
    ['Talks fail in Seoul | Kyiv waits'],
    ['By the sea'],
    ['— We will not give in'],
    ['Trump - Clinton'],
  ])('%s is not one', (line) => {
    expect(parseCredit(line)).toBeUndefined();
  });
});
