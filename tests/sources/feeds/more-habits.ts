import { expect } from 'vitest';
import type { Habit } from './habits.ts';

const NOON = Date.UTC(2024, 9, 22, 12, 0);
const A = { title: 'Ferry sails', url: 'https://news.example/a' };
const LINKED = '<title>Ferry sails</title><link>https://news.example/a</link>';

const rss = (item: string, attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>The Harbour Post</title><link>https://news.example/</link><item>${item}</item></channel></rss>`;
const entry = (inner: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title><link href="https://news.example/"/><id>urn:x</id><updated>2024-10-22T12:00:00Z</updated><entry><id>urn:1</id><updated>2024-10-22T12:00:00Z</updated>${inner}</entry></feed>`;
const oldEntry = (inner: string): string =>
  `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The Harbour Post</title><entry><link rel="alternate" href="https://news.example/a"/><modified>2024-10-22T12:00:00Z</modified>${inner}</entry></feed>`;

const AUTHORS: readonly Habit[] = [
  ['an address before the name', rss(`${LINKED}<author>ann@news.example (Ann Lee)</author>`)],
  ['an address after the name', rss(`${LINKED}<author>Ann Lee &lt;ann@news.example&gt;</author>`)],
  ['a name alone', rss(`${LINKED}<author>Ann Lee</author>`)],
  [
    '“By” before the name',
    rss(`${LINKED}<dc:creator>By Ann Lee</dc:creator>`, 'xmlns:dc="http://purl.org/dc/elements/1.1/"'),
  ],
  [
    'CDATA',
    rss(`${LINKED}<dc:creator><![CDATA[Ann Lee]]></dc:creator>`, 'xmlns:dc="http://purl.org/dc/elements/1.1/"'),
  ],
  [
    'another prefix of Dublin Core',
    rss(`${LINKED}<core:creator>Ann Lee</core:creator>`, 'xmlns:core="http://purl.org/dc/elements/1.1/"'),
  ],
  [
    'the podcast author',
    rss(`${LINKED}<itunes:author>Ann Lee</itunes:author>`, 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'),
  ],
  [
    'the credit of a media group',
    rss(`${LINKED}<media:credit role="author">Ann Lee</media:credit>`, 'xmlns:media="http://search.yahoo.com/mrss/"'),
  ],
].map(([name, text]) => ({
  name: `an author with ${name}`,
  text: text as string,
  items: [{ ...A, authors: ['Ann Lee'] }],
}));

const CONTENTS: readonly Habit[] = [
  {
    name: 'content in base64 (Atom 0.3)',
    text: oldEntry(
      '<title>Ferry sails</title><content type="text/html" mode="base64">PHA+VGhlIHN0b3J5LjwvcD4=</content>',
    ),
    items: [{ ...A, content: '<p>The story.</p>' }],
  },
  {
    name: 'content escaped (Atom 0.3)',
    text: oldEntry(
      '<title>Ferry sails</title><content type="text/html" mode="escaped">&lt;p&gt;The story.&lt;/p&gt;</content>',
    ),
    items: [{ ...A, content: '<p>The story.</p>' }],
  },
  {
    name: 'content in XHTML',
    text: entry(
      '<title>Ferry sails</title><link href="https://news.example/a"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The story.</p></div></content>',
    ),
    items: [{ ...A, content: expect.stringContaining('<p>The story.</p>') as never }],
  },
  {
    name: 'a summary of media:description',
    text: rss(
      `${LINKED}<media:description>The ferry sails.</media:description>`,
      'xmlns:media="http://search.yahoo.com/mrss/"',
    ),
    items: [{ ...A, content: 'The ferry sails.' }],
  },
  {
    name: 'a summary for podcasts',
    text: rss(
      `${LINKED}<itunes:summary>The ferry sails.</itunes:summary>`,
      'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
    ),
    items: [{ ...A, content: 'The ferry sails.' }],
  },
];

const PLACES: readonly Habit[] = [
  {
    name: 'an Atom feed with a prefix',
    text: '<?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>The Harbour Post</a:title><a:entry><a:id>urn:1</a:id><a:title>Ferry sails</a:title><a:link href="https://news.example/a"/><a:updated>2024-10-22T12:00:00Z</a:updated></a:entry></a:feed>',
    feed: { title: 'The Harbour Post' },
    items: [{ ...A, id: 'urn:1', published: NOON }],
  },
  {
    name: 'a comment inside a title',
    text: rss('<title>Ferry <!-- old: ship -->sails</title><link>https://news.example/a</link>'),
    items: [A],
  },
  {
    name: 'a style sheet before the feed',
    text: rss(LINKED).replace('?><rss', '?><?xml-stylesheet type="text/xsl" href="/feed.xsl"?><rss'),
    items: [A],
  },
  {
    name: 'a document type of Netscape',
    text: rss(LINKED).replace(
      '?><rss',
      '?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss',
    ),
    items: [A],
  },
  {
    name: 'the title of the picture of a channel',
    text: rss(LINKED).replace(
      '<item>',
      '<image><title>Logo</title><url>https://news.example/l.png</url><link>https://news.example/logo</link></image><item>',
    ),
    feed: { title: 'The Harbour Post', site: 'https://news.example/' },
    items: [A],
  },
];

const DATES: readonly Habit[] = [
  ['RFC 850', 'Tuesday, 22-Oct-24 12:00:00 GMT'],
  ['a day of the year', '2024-296T12:00:00Z'],
  ['the form of a database', '2024-10-22 12:00:00.0'],
  ['ISO 8601 without separators', '20241022T120000Z'],
  ['ISO 8601 without seconds', '2024-10-22T12:00Z'],
  ['a comma for a stop', '2024-10-22T12:00:00,000Z'],
  ['two spaces', 'Tue,  22  Oct  2024  12:00:00  GMT'],
  ['no space after the weekday', 'Tue,22 Oct 2024 12:00:00 GMT'],
  ['slashes', '2024/10/22 12:00:00'],
  ['the American slashes', '10/22/2024 12:00:00 PM'],
  ['a French month', 'mar., 22 oct. 2024 12:00:00 +0000'],
].map(([name, date]) => ({
  name: `a date with ${name}`,
  text: rss(`${LINKED}<pubDate>${date}</pubDate>`),
  items: [{ ...A, published: NOON }],
}));

export const MORE_HABITS: readonly Habit[] = [...AUTHORS, ...CONTENTS, ...PLACES, ...DATES];
