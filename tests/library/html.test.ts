import { describe, expect, test } from 'vitest';
import { prose, read, seen } from './support.ts';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Talks on the dam end | Example Times</title>${head}</head>\n<body>${body}</body></html>`;

const story = (inside: string): string => `
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><h1 class="t">Talks on the <em>dam</em> end</h1>${inside}</article></main>
<footer><p>All the news of the valley, every day, since 1910.</p></footer>`;

const three = [prose('the dam'), prose('water'), prose('fish')];
const paragraphs = three.map((text) => `<p>${text}</p>`).join('\n');
const expected = ['headline: Talks on the dam end', ...three.map((text) => `paragraph: ${text}`)];

describe('a saved page', () => {
  test.each([
    ['paragraphs', paragraphs],
    ['paragraphs in boxes', `<div><div>${paragraphs}</div></div>`],
    ['line breaks', `<div>${three.join('<br><br>')}</div>`],
    ['unclosed paragraphs', three.map((text) => `<p>${text}`).join('\n')],
    [
      'a picture with its caption',
      `<figure><img src="a.jpg"><figcaption>The minister leaves.</figcaption></figure>${paragraphs}`,
    ],
    [
      'a caption outside of a figure',
      `<p>${three[0]}</p><p>The minister leaves. (Yonhap)</p><p>${three[1]}</p><p>${three[2]}</p>`,
    ],
    [
      'a caption by its class',
      `<div><img src="a.jpg"><p class="img_caption">The minister leaves the hall.</p></div>${paragraphs}`,
    ],
    [
      'a box of other stories',
      `<p>${three[0]}</p><aside><h3>More</h3><p>Another story, of other talks, on another dam.</p></aside><p>${three[1]}</p><p>${three[2]}</p>`,
    ],
    [
      'classes without meaning',
      `<section name="articleBody">${three.map((text) => `<div class="css-1x"><div><p class="css-2y">${text}</p></div></div>`).join('')}</section>`,
    ],
    [
      'a first letter set apart',
      `<p><span class="dropcap">${three[0]?.[0]}</span>${three[0]?.slice(1)}</p><p>${three[1]}</p><p>${three[2]}</p>`,
    ],
    ['a layout of tables', `<table><tr><td>${paragraphs}</td></tr></table>`],
    ['a script and a style', `<script>let a = "<p>no</p>";</script><style>p { color: red }</style>${paragraphs}`],
    ['a comment', `<!-- <p>not to be seen</p> -->${paragraphs}`],
    ['a byline', `<div class="byline">By Jane Doe</div>${paragraphs}`],
    ['an advert', `<p>${three[0]}</p><p>Advertisement</p><p>${three[1]}</p><p>${three[2]}</p>`],
    ['buttons for the size of the text', `<h4>Text Size</h4><ul class="font-size"><li>reset</li></ul>${paragraphs}`],
    ['a byline in a heading', `<h5>22 October 2024, 9:05 a.m. by Jane Doe</h5>${paragraphs}`],
    ['labels of links', `${paragraphs}<div>Facebook:</div><div>Twitter:</div>`],
    ['a table', `${paragraphs}<table><tr><th>Dam</th><td>12</td></tr></table>`],
    ['upper-case tags', paragraphs.replaceAll('p>', 'P>')],
    [
      'text behind a button to read more',
      `<p>${three[0]}</p><p>${three[1]}</p><div class="read-more"><p>${three[2]}</p></div>`,
    ],
    ['a container named for the topic', `<div class="informed-consent cookies"><div>${paragraphs}</div></div>`],
    [
      'a pull quote',
      `<p>${three[0]}</p><div class="x1"><div>${three[1]?.slice(20)}</div><b>The Minister</b></div><p>${three[1]}</p><p>${three[2]}</p>`,
    ],
  ])('with %s', async (_, inside) => {
    expect(seen(await read('a.html', page(story(inside))))).toEqual(expected);
  });

  test.each([
    ['&ldquo;Yes,&rdquo; she said &#8211; &quot;no&quot; &amp; all', '“Yes,” she said – "no" & all'],
    ['the <a href="/x">minister</a> <strong>said</strong> so', 'the minister said so'],
    ['one line<br>and the next', 'one line and the next'],
    ['a&nbsp;b', 'a b'],
    ['AT&T and R&D; 3 < 4', 'AT&T and R&D; 3 < 4'],
    ['<a href="javascript:void(0)">a link</a> of a script', 'a link of a script'],
  ])('reads %s', async (markup, reads) => {
    const article = await read(
      'a.html',
      page(story(`<p>${three[0]}</p><p>${markup}, ${three[1]}</p><p>${three[2]}</p>`)),
    );
    expect(seen(article)[2]).toBe(`paragraph: ${reads}, ${three[1]}`);
  });

  test('keeps headings, lists and quotations', async () => {
    const inside = `<p>${three[0]}</p><h2>What is next</h2><p>${three[1]}</p><blockquote><p>“We will go on,” she said.</p></blockquote><ul><li>${three[2]}</li></ul>`;
    expect(seen(await read('a.html', page(story(inside)))).slice(1)).toEqual([
      `paragraph: ${three[0]}`,
      'heading: What is next',
      `paragraph: ${three[1]}`,
      'paragraph: “We will go on,” she said.',
      `paragraph: ${three[2]}`,
    ]);
  });

  test('keeps a paragraph that introduces a quotation', async () => {
    const opening = 'What did the council learn from this? It opened its reply with these words:';
    const inside = `<p>${three[0]}</p><p>${opening}</p><p><em>“We are all concerned, and we will go on …”</em></p><div class="x1">${paragraphs}${paragraphs}</div>`;
    expect(seen(await read('a.html', page(story(inside))))).toContain(`paragraph: ${opening}`);
  });

  test('keeps all words of a paragraph that begins like a button', async () => {
    const opening = 'As everyone in the valley was <a href="/x">waiting</a> for the talks, the ministers went home.';
    const inside = `<span><a href="#">A</a></span><div><p><div><img src="a.jpg"></div>${opening}</p></div>`;
    const parts = seen(await read('a.html', `<html lang="en"><body>${inside}</body></html>`));
    expect(parts).toEqual([`paragraph: ${opening.replace(/<[^>]*>/g, '')}`]);
  });

  test('uses a block marked as such as the sub-headline', async () => {
    const article = await read(
      'a.html',
      page(story(`<p class="article__standfirst standfirst">Nobody gave in at all</p>${paragraphs}`)),
    );
    expect(article.subtitle).toBe('Nobody gave in at all');
    expect(seen(article)[1]).toBe('subheadline: Nobody gave in at all');
  });

  test('gives the paragraphs of a page without an article body', async () => {
    expect(seen(await read('a.html', '<html><p>The talks ended.</p><nav><p>Home</p></nav></html>'))).toEqual([
      'paragraph: The talks ended.',
    ]);
  });

  test.each([
    ['a dialog without a headline', `<div role="dialog">${paragraphs}</div>`],
    ['boxes alone', three.map((text) => `<div class="promo"><p>${text}</p></div>`).join('')],
  ])('in %s is read', async (_, body) => {
    const article = await read('a.html', `<html lang="en"><body><nav><a href="/">Home</a></nav>${body}</body></html>`);
    expect(seen(article)).toEqual(expected.slice(1));
  });
});

describe('the metadata of a page', () => {
  const linked = (json: unknown) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
  const article = {
    '@type': 'NewsArticle',
    headline: 'Talks on the dam end',
    datePublished: '2024-05-03T09:15:00+09:00',
    author: { '@type': 'Person', name: 'Jane Doe' },
    publisher: { name: 'Example Times' },
    mainEntityOfPage: { '@id': 'https://example.com/a' },
  };

  test.each([
    ['JSON-LD', linked(article)],
    ['JSON-LD in a list', linked([{ '@type': 'WebSite' }, article])],
    [
      'JSON-LD in a graph',
      linked({
        '@graph': [{ '@type': 'WebPage' }, { ...article, '@type': ['NewsArticle'], author: [{ name: 'By Jane Doe' }] }],
      }),
    ],
    [
      'Open Graph',
      '<meta property="og:site_name" content="Example Times"><meta property="article:published_time" content="2024-05-03T09:15:00+09:00"><meta property="article:author" content="https://example.com/jane"><meta name="author" content="Jane Doe"><link rel="canonical" href="https://example.com/a">',
    ],
    [
      'JSON-LD whose author is elsewhere',
      linked({ '@type': 'Person', '@id': '#jane', name: 'Doe, Jane' }) +
        linked({ '@type': 'WebPage', mainEntity: { ...article, author: [[{ '@id': '#jane' }]] } }),
    ],
    [
      'JSON-LD with line breaks in strings and a comma too many',
      linked(article)
        .replace('Talks on the dam end', 'Talks on\n the\tdam end')
        .replace(/\}<\/script>$/, ',}</script>'),
    ],
    [
      'names of metadata in another spelling',
      '<meta name="OG:site-name" content="Example Times"><meta name="publish_date" content="Fri, 03 May 2024 09:15:00 +0900"><meta name="Search.Byline" content="Jane Doe"><link rel="canonical" href="https://example.com/a">',
    ],
    [
      'JSON-LD with references of HTML',
      linked({ ...article, author: 'Jane&#32;Doe', publisher: { name: 'Example&nbsp;Times' } }),
    ],
    [
      'broken JSON-LD beside Open Graph',
      '<script type="application/ld+json">{"@type":</script><meta property="og:site_name" content="Example Times"><meta name="date" content="2024-05-03T09:15+09:00"><meta name="byl" content="By Jane Doe"><meta property="og:url" content="https://example.com/a">',
    ],
  ])('by %s', async (_, head) => {
    expect(await read('a.html', page(story(paragraphs), head))).toMatchObject({
      title: 'Talks on the dam end',
      authors: ['Jane Doe'],
      published: { at: '2024-05-03T09:15', zone: '+09:00' },
      publisher: 'Example Times',
      url: 'https://example.com/a',
    });
  });

  test('by the page itself', async () => {
    const byline =
      '<div class="article-byline">By <a rel="author" href="/j">Jane Doe</a></div><time datetime="2024-05-03T00:15:00Z">3 May</time>';
    expect(await read('a.html', page(story(`${byline}${paragraphs}`)))).toMatchObject({
      authors: ['Jane Doe'],
      published: { at: '2024-05-03T00:15', zone: 'Z' },
    });
  });

  test.each([
    [
      'an hCard with an office',
      '<p class="author vcard"><a href="/j"><b class="fn">Jane Doe</b></a> <span>Our Woman in the Valley</span></p>',
    ],
    [
      'a byline whose link is the name',
      '<div class="byline">Read by 200 people. Story: <a href="/authors/jane-doe">Jane Doe</a> on the river bank</div>',
    ],
  ])('by %s', async (_, byline) => {
    expect(await read('a.html', page(story(`${byline}${paragraphs}`)))).toMatchObject({ authors: ['Jane Doe'] });
  });

  test.each([
    ['May 3, 2024 -- ', '2024-05-03'],
    ['SEOUL, May 3, 2024 (Example News) — ', '2024-05-03'],
    ['LONDON, 3 May 2024 – ', '2024-05-03'],
    ['On May 3, 2024, ', undefined],
  ])('by the dateline “%s”', async (dateline, day) => {
    const article = await read(
      'a.html',
      page(story(`<p>${dateline}${three[0]}</p><p>${three[1]}</p><p>${three[2]}</p>`)),
    );
    expect(article.published?.at).toBe(day);
  });

  test('by its title element, if no heading has that text', async () => {
    const article = await read(
      'a.html',
      page(`<div>${paragraphs}</div>`, '<meta property="og:site_name" content="Example Times">'),
    );
    expect(article.title).toBe('Talks on the dam end');
    expect(seen(article)[0]).toBe('headline: Talks on the dam end');
  });
});

describe('the cost of a page is not quadratic', () => {
  const story = `<p>${prose('it')}</p>`.repeat(3);
  const many = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => make(i)).join('');

  test.each([
    ['attributes by the thousand', `<article><p ${many(20_000, (index) => `a${index} `)}>x</p>${story}</article>`],
    [
      'one name of metadata by the thousand',
      `${many(20_000, () => '<meta property="og:title" content="x">')}<article>${story}</article>`,
    ],
    [
      'many elements in a hundred others',
      `<article>${'<div>'.repeat(100)}${story}${many(20_000, () => '<i>a</i>')}${'</div>'.repeat(100)}</article>`,
    ],
    ['more elements than the extractor takes', `<article>${story}${many(60_000, () => '<b>a</b>')}</article>`],
  ])('%s', async (_, body) => {
    const before = process.cpuUsage();
    const article = await read(
      'page.html',
      `<!doctype html><html><head><title>Talks end</title></head><body>${body}</body></html>`,
    );
    const { user, system } = process.cpuUsage(before);
    expect(seen(article).join('\n')).toContain(prose('it'));
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
});
