import { describe, expect, test } from 'vitest';
import { UserError } from '#core/errors';
import { decode, MAX_BYTES, MAX_PAGE_BYTES } from '#library/encoding/decode';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodes bytes to text', () => {
  test.each([
    ['UTF-8', utf8('“Yes,” she said – 한국.'), '“Yes,” she said – 한국.'],
    ['UTF-8 with a byte-order mark, which stays', utf8('\ufeffYes.'), '\ufeffYes.'],
    ['UTF-16, little end first', utf16le('\ufeffYes, “yes”.'), '\ufeffYes, “yes”.'],
    ['UTF-16, big end first', swapped(utf16le('\ufeffYes, “yes”.')), '\ufeffYes, “yes”.'],
    ['UTF-16 without a mark', utf16le('Yes, she said.'), 'Yes, she said.'],
    ['UTF-16 without a mark, big end first', swapped(utf16le('Yes, she said.')), 'Yes, she said.'],
    ['Windows-1252', latin1('\x93Yes,\x94 she said \x96 caf\xe9.'), '“Yes,” she said – café.'],
    ['a declared charset', latin1('<meta charset="iso-8859-2"><p>\xb3\xf3d\xbc'), '<meta charset="iso-8859-2"><p>łódź'],
    [
      'one declared the old way',
      latin1('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xc4\xe0'),
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Да',
    ],
    [
      'one declared as XML does',
      latin1('<?xml version="1.0" encoding="ISO-8859-5"?><p>\xb4\xd0'),
      '<?xml version="1.0" encoding="ISO-8859-5"?><p>Да',
    ],
    ['an unknown charset', latin1('<meta charset="klingon"><p>caf\xe9'), '<meta charset="klingon"><p>café'],
    [
      'a wrong declaration of what is UTF-8',
      utf8('<meta charset="windows-1252"><p>café'),
      '<meta charset="windows-1252"><p>café',
    ],
  ])('%s', (_, bytes, text) => {
    expect(decode(bytes)).toBe(text);
  });
});

describe('rejects binary data with a sentence', () => {
  test.each([
    ['nothing', new Uint8Array(), /empty/],
    ['white space', utf8(' \n\ufeff\u200b\t'), /empty/],
    ['a PDF', latin1('%PDF-1.7 and so on'), /PDF/],
    ['a picture', latin1('\x89PNG\r\n\x1a\n'), /picture/],
    ['an Office document', latin1('PK\x03\x04....'), /Office/],
    ['NULs', latin1('abc\0\0\0\x01\x02def'), /binary/],
    ['control characters', latin1('\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10abc'), /binary/],
    ['too much', new Uint8Array(MAX_PAGE_BYTES + 1).fill(97), /too large \(12\.0 MB, at most 12 MB\)/],
  ])('%s', (_, bytes, message) => {
    expect(() => decode(bytes)).toThrow(UserError);
    expect(() => decode(bytes)).toThrow(message);
  });

  test('accepts 2 MB of text', () => {
    expect(decode(new Uint8Array(MAX_BYTES).fill(97))).toHaveLength(MAX_BYTES);
  });
});

test('one invalid byte does not change the encoding of a text in UTF-8', () => {
  const story = '“We will act,” said José Álvarez-Peña — the minister’s words. '.repeat(3);
  const bytes = Buffer.concat([Buffer.from(story), Buffer.from([0xff]), Buffer.from(story)]);
  expect(decode(bytes)).toBe(`${story}\ufffd${story}`);
  const latin = Buffer.from('The café, the naïve mayor and the résumé', 'latin1');
  expect(decode(latin)).toBe('The café, the naïve mayor and the résumé');
});
