import { describe, expect, test } from 'vitest';
import { isBoilerplate } from '#library/text/boilerplate';
import { isCaption } from '#library/text/caption';

describe('a caption', () => {
  test.each([
    ['The minister enters the hall before the vote on Monday. (Yonhap)'],
    ['The minister enters the hall. (Jane Doe/Getty Images)'],
    ['The minister enters the hall. (AP Photo/Jane Doe)'],
    ['The minister enters the hall. [Photo/Xinhua]'],
    ['The minister enters the hall. (Photo by Jane Doe/AFP)'],
    ['The minister enters the hall. Photograph: Jane Doe/AP'],
    ['The minister enters the hall. Jane Doe/Reuters'],
    ['FILE PHOTO: The minister at a rally, 2021.'],
    ['FILE - The minister speaks at a rally, Oct. 2, 2021.'],
    ['Image caption The minister at a rally'],
    ['[Video: The minister speaks to the house. Watch it here.]'],
    ['Jane Doe/Reuters'],
    ['Getty.'],
    ['Photo by Jane Doe'],
    ['Photo credit: Jane Doe'],
    ['[Jane Doe/AFP]'],
    ['[File: Jane Doe/Reuters]'],
    ['The minister enters the hall before the vote. The minister enters the hall before the vote.'],
  ])('%s', (text) => {
    expect(isCaption(text)).toBe(true);
  });

  test.each([
    ['“We will go on,” the minister said. (Yonhap)'],
    ['He was shot as he came near the car. (WARNING: the video contains graphic images.)'],
    ['Both have looked at it and passed. (Neither would comment. A Twitter spokesman also declined.)'],
    ['On the list are Jo Roe (Pa.) and Al Poe (Pa.).'],
    ['The sale is to close in June. [Reuters]'],
    ['The Associated Press first reported the vote.'],
    ['The photo shows the minister entering the hall, the police said.'],
    ['She works at AP.'],
    ['Photo by photo, the album was filled.'],
    ['Ha ha. Ha ha.'],
  ])('%s is not one', (text) => {
    expect(isCaption(text)).toBe(false);
  });

  test('recognises an agency in brackets at the end of the story', () => {
    expect(isCaption('The talks will go on next week. (Yonhap)', true)).toBe(false);
  });
});

describe('boilerplate', () => {
  test.each([
    ['• Link copied'],
    ['Blog comments powered by Example'],
    ['Subscribing to a newsletter constitutes acceptance of our Terms of Use and Privacy Policy.'],
    ['User rating:'],
    ['(2) Click to rate'],
    ['Read more about the harbour in The Valley Post’s Harbour Topic Center.'],
    ['This blog is not written or edited by The Valley Post. The author is solely responsible.'],
    ['Jane Doe 555-010-0199 Valley Laboratory, Example City jane.doe@example.org'],
    ['Advertisement'],
    ['Advertisement 2'],
    ['This advertisement has not loaded yet, but your article continues below.'],
    ['광고'],
    ['Реклама'],
    ['Share this article'],
    ['Read more'],
    ['Also read | Talks on the dam may end today'],
    ['Now playing: The ministers vote'],
    ['Published in the print edition of the May 26, 2025, issue, with the headline “Dam.”'],
    ['This article was originally written in German.'],
    ['Edited by: Jane Doe'],
    ['With files from Jane Doe'],
    ['Get the latest world news and headlines from your city with the Example Times.'],
    ['Stay with Example 6 on air and online for updates on this developing story.'],
    ['Kindly join our Telegram channel for breaking news: https://t.me/example'],
    ['Support the Example Times’ journalism of integrity: good journalism costs money.'],
    ['By contributing, you help to keep our journalism free for all readers.'],
    ['Contact Jane Doe at jane.doe@example.com. Follow her on X at @janedoe.'],
    ['Do you have a story? Email tips@example.com'],
    ['Suggested Topics:World'],
    ['Read the original article on The Valley Post. Sign up for our newsletter.'],
    ['[+] Enlarge'],
    ['Text Size'],
    ['Follow Jane Doe on Twitter @janedoe.'],
    ['Sign up for our morning newsletter'],
    ['© 2024 The Example Times. All rights reserved.'],
    [
      'Copyright TIMES. All rights reserved. No part of this page or of its pictures may be copied, stored or sent on, in whole or in part, by any means, unless the publisher has said yes to it in writing before.',
    ],
    ['The text of this page and its pictures may not be reproduced, published, broadcast, or sent on to others.'],
    ['(Reporting by Jane Doe; Editing by John Roe)'],
    ['(END)'],
    ['___.'],
    ['.bio-text {'],
    ['text-align: left;'],
    ['Updated : Oct. 23, 2024 - 09:00'],
    ['ABSTRACT.'],
    ['20:45 GMT Jo Marsh'],
    ['On Tue, 3 May 2024 at 10:15, Jo Marsh <jo@example.org> wrote:'],
    ['On May 3, 2024, at 10:15 AM, Jo Marsh wrote:'],
    ['-----Original Message----- From: Jo Marsh <jo@example.org> Sent: Tuesday, 3 May 2024 10:15'],
    ['---------- Forwarded message ---------'],
    ['From: Jo Marsh <jo@example.org> Date: Tue, 3 May 2024 at 10:15 Subject: Bridge closes To: <desk@example.org>'],
  ])('%s', (text) => {
    expect(isBoilerplate(text)).toBe(true);
  });

  test.each([
    ['“Stop it!”'],
    ['Share prices fell.'],
    ['Advertisement is a young business here.'],
    ['Read my lips: no new taxes.'],
    ['He will follow the minister on Twitter and in print, he said.'],
    ['Copy that, the pilot said.'],
    ['Yes.'],
    ['60.'],
    ['9:40 p.m.'],
    ['9:40 PM ET'],
    ['On Tuesday the mayor wrote:'],
    ['On 3 May 2024 the mayor said what the council of 2019 wrote: the bridge is old.'],
    ['From: the mayor, to: the people of the town, a letter.'],
    ['Note: the vote was held on Monday;'],
    ['Editing the bill took weeks.'],
    ['Support for independent journalism fell in the valley last year.'],
    ['Contact between the two sides broke off on Monday.'],
    ['The council has published the plan in print.'],
    ['The sign reads “오늘” in Korean, the mayor said.'],
  ])('%s is not one', (text) => {
    expect(isBoilerplate(text)).toBe(false);
  });
});
