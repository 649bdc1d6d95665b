import type { Habit } from './habits.ts';

const NOON = Date.UTC(2024, 9, 22, 12, 0);
const A = { title: 'Ferry sails', url: 'https://news.example/a' };
const LINKED = '<title>Ferry sails</title><link>https://news.example/a</link>';

const rss = (inner: string, head = '<title>The Harbour Post</title><link>https://news.example/</link>'): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>${head}<item>${inner}</item></channel></rss>`;
const atom = (inner: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>The Harbour Post</title><entry>${inner}</entry></feed>`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const AUTHORS: readonly Habit[] = [
  'Ann Lee (ann@news.example)',
  'ann@news.example (Ann Lee)',
  'Ann Lee &lt;ann@news.example&gt;',
  'ann@10.0.0.7 (Ann Lee)',
  'By Ann Lee (mailto:ann@news.example)',
  'Ann Lee (mailto:&amp;#97;nn&amp;#64;news.example)',
].map((creator) => ({
  name: `a creator written as ${creator}`,
  text: rss(`${LINKED}<dc:creator>${creator}</dc:creator>`),
  items: [{ ...A, authors: ['Ann Lee'] }],
}));

const CONTENTS: readonly Habit[] = [
  {
    name: 'the story in a body in XHTML',
    text: rss(
      `${LINKED}<description>Short.</description><body xmlns="http://www.w3.org/1999/xhtml"><p>The whole <b>story</b>.</p></body>`,
    ),
    items: [{ ...A, content: '<p>The whole <b>story</b>.</p>' }],
  },
  {
    name: 'the story in a body with a prefix, in CDATA',
    text: rss(
      `${LINKED}<description>The short story...</description><xhtml:body><![CDATA[<p>The whole story.</p>]]></xhtml:body>`,
    ),
    items: [{ ...A, content: '<p>The whole story.</p>' }],
  },
  {
    name: 'the story in an element named content',
    text: rss(`${LINKED}<description>Short.</description><content>&lt;p&gt;The whole story.&lt;/p&gt;</content>`),
    items: [{ ...A, content: '<p>The whole story.</p>' }],
  },
  {
    name: 'a page in the CDATA of a description',
    text: rss(`${LINKED}<description><![CDATA[<body><p>The story.</p></body>]]></description>`),
    items: [{ ...A, content: '<body><p>The story.</p></body>' }],
  },
  {
    name: 'an element named content that is not closed',
    text: rss(`${LINKED}<description>Short.</description><content>`),
    items: [A],
  },
  {
    name: 'Atom 1.0 in base64, by its media type',
    text: atom(
      `<id>urn:1</id><title type="application/octet-stream">${base64('Ferry sails')}</title><link href="https://news.example/a"/><content type="application/octet-stream">${base64('<p>The story.</p>')}</content>`,
    ),
    items: [{ ...A, content: '<p>The story.</p>' }],
  },
  {
    name: 'a title and a description of Media RSS only',
    text: rss(
      '<link>https://news.example/a</link><media:group><media:content url="https://news.example/v.mp4"><media:title>Ferry sails</media:title><media:description>The crew waves.</media:description></media:content></media:group>',
    ),
    items: [{ ...A, content: 'The crew waves.' }],
  },
  {
    name: 'a video in Atom, described by Media RSS',
    text: atom(
      '<id>urn:1</id><link href="https://news.example/a"/><media:group><media:title>Ferry sails</media:title><media:description>The crew waves.</media:description></media:group>',
    ),
    items: [{ ...A, content: 'The crew waves.' }],
  },
];

const PLACES: readonly Habit[] = [
  {
    name: 'a field before the items that is never closed',
    text: rss(LINKED, '<title>The Harbour Post</title><link>https://news.example/</link><ttl>60<ttl><hours>'),
    feed: { title: 'The Harbour Post', site: 'https://news.example/' },
    items: [A],
  },
  {
    name: 'a link escaped twice',
    text: rss('<title>Ferry sails</title><link>https://news.example/a?x=1&amp;amp;y=2</link>'),
    items: [{ title: 'Ferry sails', url: 'https://news.example/a?x=1&y=2' }],
  },
  {
    name: 'an Atom link without prefix before the link of RSS',
    text: rss(
      `<link xmlns="http://www.w3.org/2005/Atom" rel="sup" href="https://hub.example/sup" type="application/json"/>${LINKED}`,
      '<title>The Harbour Post</title><link xmlns="http://www.w3.org/2005/Atom" rel="sup" href="https://hub.example/"/><link>https://news.example/</link>',
    ),
    feed: { site: 'https://news.example/' },
    items: [A],
  },
  {
    name: 'a link as an attribute, as in Atom',
    text: rss('<title>Ferry sails</title><link href="https://news.example/a"/>'),
    items: [A],
  },
  {
    name: 'a scheme in capitals in an id',
    text: atom('<id>HTTPS://news.example/a</id><title>Ferry sails</title>'),
    items: [A],
  },
  {
    name: 'the title of a channel in Dublin Core',
    text: rss(LINKED, '<dc:title>The Harbour Post</dc:title><link>https://news.example/</link>'),
    feed: { title: 'The Harbour Post' },
    items: [A],
  },
  {
    name: 'a single entry with a prefix',
    text: '<a:entry xmlns:a="http://www.w3.org/2005/Atom"><a:id>urn:1</a:id><a:title>Ferry sails</a:title><a:link href="https://news.example/a"/><a:updated>2024-10-22T12:00:00Z</a:updated></a:entry>',
    items: [{ ...A, id: 'urn:1', published: NOON }],
  },
  {
    name: 'a feed with the document type of a page',
    text: rss(LINKED).replace(
      '?>',
      '?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://x.example/x.dtd">',
    ),
    items: [A],
  },
  ...['1.1', '1', '1.0'].map((version) => ({
    name: `a JSON Feed with the number of its version, ${version}`,
    text: JSON.stringify({
      version,
      title: 'The Harbour Post',
      items: [{ id: '1', url: 'https://news.example/a', title: 'Ferry sails', content_text: 'The crew waves.' }],
    }),
    items: [{ ...A, id: '1', content: 'The crew waves.' }],
  })),
];

const DATES: readonly Habit[] = [
  ['-040', NOON + 4 * 3_600_000],
  ['+530', NOON - 5.5 * 3_600_000],
].map(([zone, published]) => ({
  name: `an offset of three digits, ${zone}`,
  text: rss(`${LINKED}<pubDate>Tue, 22 Oct 2024 12:00 ${zone}</pubDate>`),
  items: [{ ...A, published: Number(published) }],
}));

export const RARE_HABITS: readonly Habit[] = [...AUTHORS, ...CONTENTS, ...PLACES, ...DATES];
