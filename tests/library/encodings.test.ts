import { describe, expect, test } from 'vitest';
import { brief } from '#briefing';
import { decode } from '#library/encoding/decode';
import { leanHtml } from '#library/html/lean';
import { readArticle } from '#library/read';
import { readUpload } from '#library/upload';
import { prose, seen } from './support.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const STORY = `“We did it,” Ann Lee said on Monday.\n\n${prose('the bridge')}\n\n${prose('the café – and the ferry')}\n`;
const asLatin1 = (text: string): string => new TextDecoder('windows-1252').decode(utf8(text));
const quotedPrintable = (text: string): string =>
  Array.from(utf8(text), (byte) =>
    byte === 61 || (byte > 126 && byte !== 10)
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
    .join('')
    .replace(/(.{60}[^=]) (?=.)/g, '$1=20=\r\n');

describe('repairs text decoded with the wrong encoding', () => {
  test('UTF-8 decoded as Windows-1252 once', () => expect(decode(utf8(asLatin1(STORY)))).toBe(STORY));

  test('twice', () => {
    const text = '“We did it,” she said – “twice”.';
    expect(decode(utf8('Ã¢â‚¬Å“We did it,Ã¢â‚¬Â\u009d she said Ã¢â‚¬â€œ Ã¢â‚¬Å“twiceÃ¢â‚¬Â\u009d.'))).toBe(text);
  });

  test('with a dropped byte', () => {
    expect(decode(utf8('â€œWe did it,â€ she said.'))).toBe('“We did it,” she said.');
  });

  test('in one line of many', () => {
    expect(decode(utf8(`“Yes,” she said.\n${asLatin1('“No,” he said – twice.')}`))).toBe(
      '“Yes,” she said.\n“No,” he said – twice.',
    );
  });

  test.each(['Ärger für Ámbar, â la carte', 'Â£5 and 5â‚¬', 'café “naïve” €5'])(
    '%s is kept if it is ambiguous',
    (text) => {
      expect(decode(utf8(text))).toBe(text);
    },
  );

  test('one invalid byte in UTF-8 affects only its character', () => {
    const bytes = Buffer.concat([utf8('“Yes,” she said, '), Buffer.from([0xe9]), utf8(' “no,” he said – “never”.')]);
    expect(decode(bytes)).toBe('“Yes,” she said, é “no,” he said – “never”.');
  });
});

describe('an email is read as its content', () => {
  test('its body alone, as it was sent', () => expect(decode(utf8(quotedPrintable(STORY)))).toBe(STORY));

  test('a text with equals signs is not an email', () => {
    const text = 'x=20, y=30 and “z=E2=80=9C” are a=b=c=d=e=f=g, he said.';
    expect(decode(utf8(text))).toBe(text);
  });

  const HEADERS = 'From: Jo Marsh <jo@paper.example>\r\nSubject: Bridge opens\r\nMIME-Version: 1.0\r\n';
  test.each([
    ['quoted-printable', quotedPrintable(STORY)],
    ['base64', Buffer.from(STORY).toString('base64')],
    ['8bit', Buffer.from(STORY).toString('latin1')],
  ])('with its headers, %s', async (encoding, body) => {
    const mail = `${HEADERS}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
    const article = await readArticle('mail.eml', Buffer.from(mail, 'latin1'));
    expect(article.title).toBe('Bridge opens');
    expect(seen(article)).toContain('paragraph: “We did it,” Ann Lee said on Monday.');
  });
});

test.each([
  '=?utf-8?Q?Bridge_=E2=80=9Copens=E2=80=9D?= =?utf-8?B?IHRvZGF5?=',
  '=?UTF-8?b?QnJpZGdlIOKAnG9wZW5z4oCdIHRvZGF5?=',
  'Bridge “opens” today',
])('the subject of an email: %s', async (subject) => {
  const head = `From: Jo Marsh <jo@paper.example>\r\nSubject: ${subject}\r\nMIME-Version: 1.0`;
  const mail = `${head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${STORY}`;
  expect((await readArticle('mail.eml', utf8(mail))).title).toBe('Bridge “opens” today');
});

const PAGE = `<!DOCTYPE html><html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1><p>“We did it,” Ann Lee said on Monday.</p><p>${prose('the bridge')}</p><p>${prose('the ferry – again')}</p></article></body></html>`;

describe('a page saved as one file', () => {
  const mhtml = (encoding: string, body: string): Buffer =>
    Buffer.from(
      [
        'From: <Saved by Blink>',
        'Snapshot-Content-Location: https://paper.example/bridge',
        'Subject: Bridge opens',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;',
        '\ttype="text/html";',
        '\tboundary="----MultipartBoundary--x----"',
        '',
        '',
        '------MultipartBoundary--x----',
        'Content-Type: text/html',
        `Content-Transfer-Encoding: ${encoding}`,
        'Content-Location: https://paper.example/bridge',
        '',
        body,
        '------MultipartBoundary--x----',
        'Content-Type: image/png',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '------MultipartBoundary--x----',
        'Content-Type: text/html',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        '<html><body><p>An advert.</p></body></html>',
        '------MultipartBoundary--x------',
        '',
      ].join('\r\n'),
      'latin1',
    );

  test.each([
    ['quoted-printable', quotedPrintable(PAGE)],
    ['base64', Buffer.from(PAGE).toString('base64')],
    ['binary', Buffer.from(PAGE).toString('latin1')],
  ])('%s', async (encoding, body) => {
    const article = await readArticle('bridge.mhtml', mhtml(encoding, body));
    expect(article.title).toBe('Bridge opens');
    expect(seen(article)).toContain('paragraph: “We did it,” Ann Lee said on Monday.');
    expect(seen(article).join('\n')).not.toContain('advert');
    const [quote] = brief(article).quotes;
    expect(article.text.slice(quote?.quoted[0]?.start, quote?.quoted[0]?.end)).toBe('We did it,');
  });

  test('consisting only of boundaries is rejected quickly with a sentence', async () => {
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n';
    const borders = Buffer.from(head + '--x\r\n\r\n'.repeat(200_000));
    await expect(readArticle('a.mhtml', borders)).rejects.toThrow(/\.$/);
  });
});

describe('limits apply to the article, not to its boilerplate', () => {
  const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(100_000)}`;
  const heavy = PAGE.replace('<article>', `<script>${'f();'.repeat(300_000)}</script><img src="${picture}"><article>`);

  test('a page of 2.3 MB with inline pictures and scripts is read, from the folder and in chat', async () => {
    expect(heavy.length).toBeGreaterThan(2_200_000);
    const lines = seen(await readArticle('bridge.html', utf8(heavy)));
    expect(lines).toEqual(seen(await readArticle('bridge.html', utf8(PAGE))));
    expect(seen(await readUpload({ name: 'bridge.html', content: utf8(heavy) }))).toEqual(lines);
  });

  test('a page with too much markup is rejected', async () => {
    const long = PAGE.replace('</article>', `${`<p>${prose('the toll')}</p>`.repeat(15_000)}</article>`);
    await expect(readArticle('long.html', utf8(long))).rejects.toThrow(
      /The page is too large \(2\.\d MB without its scripts and pictures, at most 2 MB\): save only the story\./,
    );
  });

  test('a story too long for chat is rejected there, whatever its declared size', async () => {
    const long = PAGE.replace('</article>', `${`<p>${prose('the toll')}</p>`.repeat(2_000)}</article>`);
    await expect(readUpload({ name: 'long.html', content: utf8(long) })).rejects.toThrow('200 KB at most');
    await expect(readUpload({ name: 'long.txt', content: utf8(heavy) })).rejects.toThrow('200 KB at most');
  });

  test.each([
    ['scripts', '<p>a</p><script async>if (a < b) c();</SCRIPT ><p>b</p>', '<p>a</p><p>b</p>'],
    ['styles and comments', 'a<style>p{}</style>b<!-- c > d -->e', 'abe'],
    ['pictures', '<img src="data:image/png;base64,AAAA" alt="x">', '<img src="" alt="x">'],
    [
      'linked data, which stays',
      '<script type="application/ld+json">{}</script>',
      '<script type="application/ld+json">{}</script>',
    ],
    ['what never ends', 'a<script>b<p>c', 'a'],
    ['words that look so', 'The data: 5 scripts', 'The data: 5 scripts'],
  ])('%s', (_, html, lean) => expect(leanHtml(html)).toBe(lean));
});
