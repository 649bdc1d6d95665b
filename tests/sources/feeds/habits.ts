import type { FeedItem, ParsedFeed } from '#sources/feeds/feed';

/** A feed in the style of some site, and the expected fields; absent fields are not compared. */
export interface Habit {
  readonly name: string;
  readonly text: string;
  readonly feed?: Partial<Omit<ParsedFeed, 'items'>>;
  readonly items: readonly Partial<FeedItem>[];
}

/** The URL of each feed. */
export const FEED_URL = 'https://news.example/feeds/all.xml';

const NOON = Date.UTC(2024, 9, 22, 12, 0);

const rss = (inner: string, attributes = 'version="2.0"', prolog = '<?xml version="1.0"?>'): string =>
  `${prolog}<rss ${attributes}><channel><title>The Harbour Post</title><link>https://news.example/</link>${inner}</channel></rss>`;
const item = (inner: string): string => `<item>${inner}</item>`;
const titled = (title: string): string => rss(item(`<title>${title}</title><link>https://news.example/a</link>`));
const dated = (date: string, element = 'pubDate'): string =>
  rss(
    item(`<title>Ferry sails</title><link>https://news.example/a</link><${element}>${date}</${element}>`),
    'version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
  );
const atom = (inner: string, attributes = ''): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>The Harbour Post</title><link href="https://news.example/"/><id>urn:x</id><updated>2024-10-22T12:00:00Z</updated>${inner}</feed>`;
const entry = (inner: string): string =>
  `<entry><id>urn:1</id><title>Ferry sails</title><updated>2024-10-22T12:00:00Z</updated>${inner}</entry>`;

const A = { title: 'Ferry sails', url: 'https://news.example/a' };
const linked = '<title>Ferry sails</title><link>https://news.example/a</link>';

const FORMATS: readonly Habit[] = [
  {
    name: 'RSS 2.0 in full',
    text: rss(
      `<ttl>60</ttl><skipHours><hour>0</hour><hour>1</hour></skipHours>${item(`${linked}<guid isPermaLink="false">g1</guid><pubDate>Tue, 22 Oct 2024 12:00:00 GMT</pubDate><dc:creator>Ann Lee</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>The whole story.</p>]]></content:encoded>`)}`,
      'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ),
    feed: { title: 'The Harbour Post', site: 'https://news.example/', pace: { ttl: 60, skipHours: [0, 1] } },
    items: [{ ...A, id: 'g1', published: NOON, authors: ['Ann Lee'], content: '<p>The whole story.</p>' }],
  },
  { name: 'RSS 0.91', text: rss(item(linked), 'version="0.91"'), items: [A] },
  { name: 'RSS 0.92', text: rss(item(linked), 'version="0.92"'), items: [A] },
  {
    name: 'RSS 0.90 in RDF',
    text: `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>The Harbour Post</title><link>https://news.example/</link></channel><item>${linked}</item></rdf:RDF>`,
    items: [A],
  },
  {
    name: 'RSS 1.0 with dc:date',
    text: `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example/"><title>The Harbour Post</title><link>https://news.example/</link></channel><item rdf:about="https://news.example/a">${linked}<dc:date>2024-10-22T14:00:00+02:00</dc:date><dc:creator>Ann Lee</dc:creator></item></rdf:RDF>`,
    items: [{ ...A, id: 'https://news.example/a', published: NOON, authors: ['Ann Lee'] }],
  },
  {
    name: 'Atom 1.0',
    text: atom(
      entry(
        '<link rel="alternate" href="https://news.example/a"/><published>2024-10-22T12:00:00Z</published><author><name>Ann Lee</name></author><content type="html">&lt;p&gt;The story.&lt;/p&gt;</content>',
      ),
    ),
    feed: { title: 'The Harbour Post', site: 'https://news.example/' },
    items: [{ ...A, id: 'urn:1', published: NOON, authors: ['Ann Lee'], content: '<p>The story.</p>' }],
  },
  {
    name: 'Atom with links to the feed, to comments and to a file',
    text: atom(
      entry(
        '<link rel="replies" href="https://news.example/a/comments"/><link rel="enclosure" href="https://news.example/a.mp3"/><link rel="self" href="https://news.example/a.atom"/><link rel="alternate" type="text/html" href="https://news.example/a"/>',
      ),
    ),
    items: [A],
  },
  {
    name: 'Atom 0.3',
    text: `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>The Harbour Post</title><entry><title>Ferry sails</title><link rel="alternate" href="https://news.example/a"/><issued>2024-10-22T12:00:00Z</issued><modified>2024-10-22T12:00:00Z</modified></entry></feed>`,
    items: [A],
  },
  {
    name: 'Atom without a published date',
    text: atom(entry('<link href="https://news.example/a"/>')),
    items: [{ ...A, published: NOON, updated: NOON }],
  },
  {
    name: 'Atom whose id is the address',
    text: atom(
      '<entry><id>https://news.example/a</id><title>Ferry sails</title><updated>2024-10-22T12:00:00Z</updated></entry>',
    ),
    items: [A],
  },
  {
    name: 'JSON Feed 1.1',
    text: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Harbour Post',
      home_page_url: 'https://news.example/',
      authors: [{ name: 'Ann Lee' }],
      items: [
        {
          ...{ id: '1', url: 'https://news.example/a', title: 'Ferry sails' },
          ...{ date_published: '2024-10-22T12:00:00Z', content_html: '<p>Story.</p>' },
        },
      ],
    }),
    feed: { title: 'The Harbour Post', site: 'https://news.example/' },
    items: [{ ...A, id: '1', published: NOON, authors: ['Ann Lee'], content: '<p>Story.</p>' }],
  },
  {
    name: 'JSON Feed 1.0 with relative addresses and plain text',
    text: JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'The Harbour Post',
      items: [{ id: '1', url: '/a', title: 'Ferry sails', content_text: 'Story.' }],
    }),
    items: [{ ...A, content: 'Story.' }],
  },
  { name: 'a feed with nothing in it', text: rss(''), feed: { title: 'The Harbour Post' }, items: [] },
];

const LINKS: readonly Habit[] = [
  { name: 'a relative link', text: rss(item('<title>Ferry sails</title><link>/a</link>')), items: [A] },
  {
    name: 'a link that leans on xml:base',
    text: atom(entry('<link href="a"/>'), 'xml:base="https://news.example/"'),
    items: [A],
  },
  {
    name: 'a link with white space',
    text: rss(item('<title>Ferry sails</title><link>\n https://news.example/a \n</link>')),
    items: [A],
  },
  {
    name: 'a link in CDATA',
    text: rss(item('<title>Ferry sails</title><link><![CDATA[https://news.example/a]]></link>')),
    items: [A],
  },
  {
    name: 'a GUID in place of a link',
    text: rss(item('<title>Ferry sails</title><guid>https://news.example/a</guid>')),
    items: [A],
  },
  {
    name: 'a GUID that is no link',
    text: rss(item('<title>Ferry sails</title><guid isPermaLink="false">https://news.example/a</guid>')),
    items: [{ title: 'Ferry sails', id: 'https://news.example/a', url: undefined as never }],
  },
  {
    name: 'an atom:link alone',
    text: rss(
      item('<title>Ferry sails</title><atom:link href="https://news.example/a"/>'),
      'version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
    items: [A],
  },
  {
    name: 'an ampersand in a link',
    text: rss(item('<title>Ferry sails</title><link>https://news.example/a?b=1&amp;c=2</link>')),
    items: [{ url: 'https://news.example/a?b=1&c=2' }],
  },
  {
    name: 'an ampersand left bare',
    text: rss(item('<title>Ferry sails</title><link>https://news.example/a?b=1&c=2</link>')),
    items: [{ url: 'https://news.example/a?b=1&c=2' }],
  },
  {
    name: 'a link that is a program',
    text: rss(item('<title>Ferry sails</title><link>javascript:alert(1)</link>')),
    items: [{ title: 'Ferry sails', url: undefined as never }],
  },
  {
    name: 'a link without a scheme',
    text: rss(item('<title>Ferry sails</title><link>//news.example/a</link>')),
    items: [A],
  },
];

const TITLES: readonly Habit[] = [
  { name: 'a reference', text: titled('Fish &amp; chips'), items: [{ title: 'Fish & chips' }] },
  { name: 'a reference written twice over', text: titled('Fish &amp;amp; chips'), items: [{ title: 'Fish & chips' }] },
  { name: 'a curly mark by number', text: titled('The mayor&#8217;s ferry'), items: [{ title: 'The mayor’s ferry' }] },
  { name: 'the same twice over', text: titled('The mayor&amp;#8217;s ferry'), items: [{ title: 'The mayor’s ferry' }] },
  { name: 'a reference of HTML in XML', text: titled('Caf&eacute; reopens'), items: [{ title: 'Café reopens' }] },
  { name: 'a non-breaking space', text: titled('Ferry&nbsp;sails'), items: [{ title: 'Ferry sails' }] },
  { name: 'markup in CDATA', text: titled('<![CDATA[Ferry <em>sails</em>]]>'), items: [{ title: 'Ferry sails' }] },
  { name: 'markup escaped', text: titled('Ferry &lt;b&gt;sails&lt;/b&gt;'), items: [{ title: 'Ferry sails' }] },
  { name: 'markup bare', text: titled('Ferry <i>sails</i>'), items: [{ title: 'Ferry sails' }] },
  {
    name: 'what only looks like markup',
    text: titled('Why 3 &lt; 5 and a &lt;script&gt; is slow'),
    items: [{ title: 'Why 3 < 5 and a <script> is slow' }],
  },
  { name: 'lines and tabs', text: titled('\n\t Ferry\n sails '), items: [{ title: 'Ferry sails' }] },
  {
    name: 'HTML by its type',
    text: atom(
      '<entry><id>1</id><title type="html">Ferry &lt;em&gt;sails&lt;/em&gt; &amp;amp; returns</title><link href="https://news.example/a"/><updated>2024-10-22T12:00:00Z</updated></entry>',
    ),
    items: [{ title: 'Ferry sails & returns' }],
  },
  {
    name: 'XHTML by its type',
    text: atom(
      '<entry><id>1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ferry <em>sails</em></div></title><link href="https://news.example/a"/><updated>2024-10-22T12:00:00Z</updated></entry>',
    ),
    items: [{ title: 'Ferry sails' }],
  },
  {
    name: 'no title',
    text: rss(item('<link>https://news.example/a</link><description>Short.</description>')),
    items: [{ title: '', content: 'Short.' }],
  },
  {
    name: 'a title of media:content beside its own',
    text: rss(
      item(
        `<media:content url="https://news.example/a.jpg"><media:title>A picture</media:title></media:content>${linked}`,
      ),
      'version="2.0" xmlns:media="http://search.yahoo.com/mrss/"',
    ),
    items: [A],
  },
];

const DATES: readonly Habit[] = [
  ['RFC 822', 'Tue, 22 Oct 2024 12:00:00 GMT'],
  ['an offset', 'Tue, 22 Oct 2024 21:00:00 +0900'],
  ['a named zone', 'Tue, 22 Oct 2024 08:00:00 EDT'],
  ['another named zone', 'Tue, 22 Oct 2024 13:00 BST'],
  ['no seconds, no weekday', '22 Oct 2024 12:00 UT'],
  ['a year of two digits', 'Tue, 22 Oct 24 12:00:00 Z'],
  ['a month in full', 'Tuesday, 22 October 2024 12:00:00 GMT'],
  ['a wrong weekday', 'Mon, 22 Oct 2024 12:00:00 GMT'],
  ['ISO 8601', '2024-10-22T12:00:00Z'],
  ['ISO 8601 with parts of seconds', '2024-10-22T12:00:00.123+00:00'],
  ['ISO 8601 with a space', '2024-10-22 12:00:00'],
  ['ISO 8601 with an offset without colon', '2024-10-22T14:00:00+0200'],
  ['the American way', 'October 22, 2024 12:00 PM'],
  ['the clock of a Unix machine', 'Tue Oct 22 21:00:00 KST 2024'],
  ['seconds since 1970', '1729598400'],
  ['dots', '22.10.2024 12:00'],
].map(([name, date]) => ({
  name: `a date with ${name}`,
  text: dated(date as string),
  items: [{ ...A, published: NOON }],
}));

const ODD_DATES: readonly Habit[] = [
  { name: 'a date that is none', text: dated('yesterday'), items: [{ ...A, published: undefined as never }] },
  { name: 'an empty date', text: dated(''), items: [{ ...A, published: undefined as never }] },
  { name: 'dc:date', text: dated('2024-10-22T12:00:00Z', 'dc:date'), items: [{ ...A, published: NOON }] },
  {
    name: 'dcterms:created',
    text: dated('2024-10-22T12:00:00Z', 'dcterms:created'),
    items: [{ ...A, published: NOON }],
  },
  { name: 'a day alone', text: dated('2024-10-22'), items: [{ ...A, published: Date.UTC(2024, 9, 22) }] },
];

const BROKEN: readonly Habit[] = [
  {
    name: 'junk before the prolog',
    text: `Warning: mysql_connect() on line 3\n\ufeff${rss(item(linked))}`,
    items: [A],
  },
  { name: 'no prolog', text: rss(item(linked), 'version="2.0"', ''), items: [A] },
  {
    name: 'a control character',
    text: rss(item(`${linked}<description>A\u0003B</description>`)),
    items: [{ ...A, content: 'AB' }],
  },
  {
    name: 'a reference that nobody knows',
    text: rss(item(`<title>Ferry &unknown; sails</title><link>https://news.example/a</link>`)),
    items: [{ url: A.url, title: 'Ferry &unknown; sails' }],
  },
  {
    name: 'a document cut short',
    text: rss(item(linked) + item('<title>Mayor speaks</title><link>https://news.example/b</link>')).slice(0, -40),
    items: [A, { title: 'Mayor speaks' }],
  },
  {
    name: 'an element that never ends',
    text: rss(
      `<item><title>Ferry sails<link>https://news.example/a</link></item>${item('<title>Mayor speaks</title><link>https://news.example/b</link>')}`,
    ),
    items: [{}, { title: 'Mayor speaks', url: 'https://news.example/b' }],
  },
  {
    name: 'a prefix that was never declared',
    text: rss(item(`${linked}<dc:creator>Ann Lee</dc:creator>`)),
    items: [{ ...A, authors: ['Ann Lee'] }],
  },
  {
    name: 'elements in capitals',
    text: rss('<ITEM><TITLE>Ferry sails</TITLE><LINK>https://news.example/a</LINK></ITEM>'),
    items: [A],
  },
  {
    name: 'items outside of the channel',
    text: `<rss version="2.0"><channel><title>The Harbour Post</title></channel>${item(linked)}</rss>`,
    items: [A],
  },
  {
    name: 'a bomb of references',
    text: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>${rss(item('<title>Ferry &c; sails</title><link>https://news.example/a</link>'), 'version="2.0"', '')}`,
    items: [A],
  },
  {
    name: 'a reference that the document declares as a character',
    text: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY dash "&#8211;"><!ENTITY % x "y">]>${rss(item('<title>Ferry sails &dash; at last, R&amp;D; says</title><link>https://news.example/a</link>'), 'version="2.0"', '')}`,
    items: [{ url: A.url, title: 'Ferry sails – at last, R&D; says' }],
  },
  {
    name: 'a reference to a file',
    text: `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item(`${linked}<description>&x;</description>`), 'version="2.0"', '')}`,
    items: [A],
  },
];

export const HABITS: readonly Habit[] = [...FORMATS, ...LINKS, ...TITLES, ...DATES, ...ODD_DATES, ...BROKEN];
