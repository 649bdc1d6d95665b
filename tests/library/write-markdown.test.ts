import { expect, test } from 'vitest';
import { compactArticle } from '#library/compact';
import { writeMarkdown } from '#library/markdown/write';
import { readText } from '#library/read';

const STORY = `<!doctype html><html lang="en"><head>
<title>Mill &amp; bakery: “both” to close | The Delta Courier</title>
<meta property="og:title" content="Mill &amp; bakery: “both” to close">
<meta property="og:site_name" content="The Delta Courier">
<meta name="author" content="Ada Berg">
<meta property="article:published_time" content="2025-03-04T09:05:00+05:30">
<link rel="canonical" href="https://courier.example/mill?a=1&amp;b=2">
</head><body><article><h1>Mill &amp; bakery: “both” to close</h1>
<p>The mill in the valley will close in June, and 40 people will lose their work, its owner said on Tuesday.</p>
<p>“The mill is worn out,” said Ada Berg, its owner, who pays *no* rent_for_it and has &lt;b&gt; in her notes.</p>
<h2># What comes next</h2>
<p>- “We will bake elsewhere,” said Tom Lind, the baker, in a letter to the council on Monday evening.</p>
<p>1. The council of the valley said it would help each of them to find other work before the winter.</p>
<p>&gt; “Nothing is decided,” said Mara Lind, the premier, who visited the valley with her staff on Sunday.</p>
<p>2025 was a bad year [for mills] and \\ for ~bakeries~ | at https://courier.example/a_b, the council said &amp;amp; meant.</p>
</article></body></html>`;

const storyOf = async (name: string, text: string) => {
  const article = compactArticle(await readText(name, text));
  const { title, subtitle, authors, published, publisher, url, parts } = article;
  return {
    ...{ title, subtitle, authors, published, publisher, url },
    parts: parts.map(({ kind, span }) => [kind, article.text.slice(span.start, span.end)]),
  };
};

test('an article written as Markdown reads the same', async () => {
  const markdown = writeMarkdown(compactArticle(await readText('page.html', STORY)));
  const before = await storyOf('page.html', STORY);
  expect(before.parts).toHaveLength(8);
  expect(await storyOf('page.md', markdown)).toEqual(before);
});

test('is written as one would by hand', async () => {
  const markdown = writeMarkdown(compactArticle(await readText('page.html', STORY)));
  expect(markdown.split('\n').slice(0, 12)).toEqual([
    '---',
    'title: "Mill & bakery: “both” to close"',
    'author: ["Ada Berg"]',
    'published: "2025-03-04T09:05+05:30"',
    'source: "The Delta Courier"',
    'url: "https://courier.example/mill?a=1&b=2"',
    '---',
    '',
    '# Mill & bakery: “both” to close',
    '',
    'The mill in the valley will close in June, and 40 people will lose their work, its owner said on Tuesday.',
    '',
  ]);
  expect(markdown).toContain('pays \\*no\\* rent\\_for\\_it');
});

test('metadata cannot end the front matter or add fields to it', async () => {
  const article = compactArticle(await readText('page.html', STORY));
  const title = 'Mill\n---\nurl: "https://evil.example"\n';
  const markdown = writeMarkdown({ ...article, title, publisher: 'A\u2028"B\\' });
  expect(await storyOf('page.md', markdown)).toMatchObject({ url: article.url, publisher: 'A "B\\' });
});
