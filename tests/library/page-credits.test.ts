import { describe, expect, test } from 'vitest';
import { prose, read, seen } from './support.ts';

const paragraphs = ['the dam', 'water', 'fish'].map((topic) => `<p>${prose(topic)}</p>`).join('\n');

const page = (inside: string, head = '<title>Talks on the dam end</title>'): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav><a href="/">Home</a></nav><main><article>` +
  `<h1>Talks on the dam end</h1>${inside}${paragraphs}</article></main></body></html>`;

describe('the authors in a byline of several lines', () => {
  test.each([
    ['an office below the name', '<div class="byline">By Jane Doe<br>Our Woman in the Valley</div>'],
    ['an office in a block of its own', '<div class="byline"><div>By Jane Doe</div><div>Valley Team</div></div>'],
    [
      'a byline without a class',
      '<p>By Jane Doe<br>Example.com<br><a href="/a">Archive</a> | <a href="/c">Contact</a></p>',
    ],
    [
      'buttons beside it',
      '<div class="author"><span>By: Jane Doe</span> May 3, 2024 3:21 PM PDT <ul><li>Print</li><li>E-mail</li></ul></div>',
    ],
    ['an agency and an age', '<cite class="byline">By JANE DOE - AP Technology Writers | AP – 1 hr 4 mins ago</cite>'],
    ['a sub-headline above it', `<h3>${prose('the river')}</h3><ul><li>Print</li></ul><div>By Jane Doe</div>`],
    ['an address', '<div class="byline">Jane Doe<br>jane@example.com</div>'],
    ['a news service', '<div class="byline">Jane Doe, Valley News Service</div>'],
  ])('with %s', async (_, byline) => {
    expect((await read('a.html', page(byline))).authors).toEqual(['Jane Doe']);
  });

  test('with a line for each', async () => {
    const byline =
      '<div class="byline"><div>By</div><div>Jane Doe,</div><div>John Roe</div><div>and Ann Poe</div></div>';
    expect((await read('a.html', page(byline))).authors).toEqual(['Jane Doe', 'John Roe', 'Ann Poe']);
  });
});

test('an author in metadata that is the site does not replace the byline', async () => {
  const head =
    '<title>Talks on the dam end</title><meta name="author" content="Valley Times"><meta property="og:site_name" content="Valley Times">';
  const byline = '<div>May 3, 2024 02:29 PM EDT | <a href="/staff/jane">Jane Doe</a></div>';
  expect((await read('a.html', page(byline, head))).authors).toEqual(['Jane Doe']);
});

test('authors whom metadata leaves out are added', async () => {
  const byline = '<div class="byline">By Jane Doe and John Roe | The Tribune</div>';
  const head = '<title>Talks on the dam end</title><meta name="author" content="Jane Doe">';
  expect((await read('a.html', page(byline, head))).authors).toEqual(['Jane Doe', 'John Roe']);
});

describe('the day of a page', () => {
  test.each([
    ['an abbreviation with its title', '<abbr title="2024-05-03T02:30:00+0000">1 hr 4 mins ago</abbr>'],
    ['a line with a label and a time', '<div>Article Date: 03 May 2024 - 0:00 PDT</div>'],
    ['a line with labels', '<div>Date: 03 May 2024 Time: 12:45 PM ET</div>'],
    ['agencies before it', '<div>AP/AFP/ May 3, 2024, 10:59 AM</div>'],
    ['a section before the byline', '<div>News By Jane Doe May 3, 2024 5:16 pm</div>'],
    [
      'a line, not the date of a video',
      '<div itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished" content="2022-01-01"></div><p>May 3, 2024</p>',
    ],
    ['a byline with buttons', '<div>By Jane Doe | Posted 2024-05-03 Email Print</div>'],
    ['an abbreviation of a microformat', '<p>Posted <abbr class="published" title="2024-05-03">on Friday</abbr></p>'],
  ])('by %s', async (_, line) => {
    expect((await read('a.html', page(line))).published?.at.slice(0, 10)).toBe('2024-05-03');
  });
});

describe('the title of a page', () => {
  const og = (title: string, site = '') => `<title>x</title><meta property="og:title" content="${title}">${site}`;

  test.each([
    ['Example Times | Talks on the dam end', '<meta property="og:site_name" content="Example Times">'],
    ['Valley news - Talks on the dam end', ''],
  ])('without the site before it: %s', async (title, site) => {
    expect((await read('a.html', page('', og(title, site)))).title).toBe('Talks on the dam end');
  });

  test('without the section and the host of the site', async () => {
    const site = '<link rel="canonical" href="https://www.valley.example/a">';
    expect((await read('a.html', page('', og('All talks on the dam end | News | Valley.example', site)))).title).toBe(
      'All talks on the dam end',
    );
  });

  test('without the site that its address names', async () => {
    const site = '<link rel="canonical" href="https://www.valleytimes.example/a">';
    expect((await read('a.html', page('', og('All talks on the dam end - Valley Times', site)))).title).toBe(
      'All talks on the dam end',
    );
  });

  test('without the site after a colon', async () => {
    expect((await read('a.html', page('', og('Talks on the dam end : VNews')))).title).toBe('Talks on the dam end');
  });

  test('in other words below the heading of the section', async () => {
    const html = page('', '<title>Talks on the new dam end in the valley – Valley Times</title>')
      .replace('<h1>', '<h1>Dams and Rivers</h1><h2>')
      .replace('Talks on the dam end</h1>', 'Talks on the dam end in the valley</h2>');
    expect((await read('a.html', html)).title).toBe('Talks on the dam end in the valley');
  });

  test('once, if the heading has it for two widths of the page', async () => {
    const html = page('', '<title>x</title>').replace(
      'Talks on the dam end</h1>',
      '<span>Talks on the dam end</span> <span>Talks on the dam end</span></h1>',
    );
    expect((await read('a.html', html)).title).toBe('Talks on the dam end');
  });

  test('without the backslashes of a string', async () => {
    const { title } = await read('a.html', page('', og("Valley\\'s talks on the dam end")));
    expect(title).toBe("Valley's talks on the dam end");
  });

  test('with what is before a dash, if the headline has it not', async () => {
    const title = 'Five days, four nights – the talks on the dam have ended';
    expect((await read('a.html', page('', og(title)))).title).toBe(title);
  });
});

describe('outside the story', () => {
  test.each([
    [
      'the transcript of a video',
      `<div itemprop="video" itemscope itemtype="http://schema.org/VideoObject"><div>Transcript</div><div>00:01 ${prose('a flood')}</div></div>`,
    ],
    ['a box of related stories with pictures', `<div class="related-with-pictures"><p>${prose('a flood')}</p></div>`],
    ['a button to enlarge', '<div><a href="#">[+] Enlarge</a></div>'],
    ['the name of the site', '<p>| Example.com</p>'],
  ])('is %s', async (_, inside) => {
    const parts = seen(await read('a.html', page(inside)));
    expect(parts).toEqual(seen(await read('a.html', page(''))));
  });

  test('are not the paragraphs of a layout without a sidebar', async () => {
    const menu = `<ul>${Array.from({ length: 30 }, (_, at) => `<li>${prose(`menu ${at}`)}</li>`).join('')}</ul>`;
    const html = page('')
      .replace('</h1>', '</h1></article><div class="node node-no-sidebar">')
      .replace('</article></main>', `</div></main><footer>${menu}</footer>`);
    expect(seen(await read('a.html', html))).toHaveLength(4);
  });

  test('is the fine print in a footer without a role', async () => {
    const footer = `<div id="footer"><p>This service may include material of agencies, which is protected and cannot be reproduced.</p></div>`;
    const html = page('')
      .replaceAll(/<\/?(?:main|article)>/g, '')
      .replace('</body>', `${footer}</body>`);
    expect(seen(await read('a.html', html)).join('\n')).not.toContain('agencies');
  });
});
