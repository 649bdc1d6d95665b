import { fill } from './articles.ts';

const PARAGRAPH = '<p>The ministers who met in the capital on Tuesday agreed, after a long debate, to meet again.</p>';
const page = (inside: string): string =>
  `<!doctype html><html><body><article>${PARAGRAPH}${inside}${PARAGRAPH}</article></body></html>`;
const WORDS = 'river council budget minister school bridge tower market people water report office'.split(' ');
const numbered = (size: number, make: (index: number) => string): string => {
  let text = '';
  for (let index = 0; text.length < size; index++) text += make(index);
  return text;
};

/** A thousand characters of an article, so that the text is taken for English. */
const PROSE = [
  'The ministers who met in the capital on Tuesday agreed, after a long debate, to meet again.',
  '“We will be back in the spring,” said Jo Marsh, the mayor of the town, as she left the hall with her aides.',
  'The council had been asked to decide by the end of the week on how the bridge should be paid for, and by whom.',
  'He said that he was not in a position to say more than that, and that it would be for the court to decide on it.',
]
  .map((paragraph) => `${paragraph}\n\n`)
  .join('')
  .repeat(3);

/** Numbers from 0 to 1 that are the same each time. */
function* randomNumbers(): Generator<number, never> {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state / 2 ** 31;
  }
}

function quotations(size: number): string {
  const random = randomNumbers();
  const word = (): string => WORDS[Math.floor(random.next().value * WORDS.length)] ?? '';
  const name = (): string => word().replace(/^./, (letter) => letter.toUpperCase());
  return numbered(size, () => `“The ${word()} is ${word()},” said ${name()} ${name()}, a ${word()} ${word()}. `);
}

function randomText(size: number): string {
  const random = randomNumbers();
  return `${PROSE}${numbered(size, () => String.fromCharCode(32 + Math.floor(random.next().value * 95)))}`;
}

/** Files that provoke repeated rescans by a reader, with about this many characters. */
export const SHAPES: Readonly<Record<string, (size: number) => readonly [name: string, text: string]>> = {
  'a plain page': (size) => ['a.html', page(fill(PARAGRAPH, size))],
  'nested drawings': (size) => ['a.html', page(fill('<svg><g>', size))],
  'one name of metadata': (size) => ['a.html', page(fill('<meta property="og:title" content="x">', size))],
  'attributes of one element': (size) => ['a.html', page(`<p ${numbered(size, (index) => `a${index} `)}>x</p>`)],
  'a letter a paragraph': (size) => ['a.html', page(fill('<p>a</p>', size))],
  'non-breaking spaces': (size) => ['a.html', page(`<p>${fill('&nbsp;', size)}</p>`)],
  'line breaks': (size) => ['a.html', page(fill('a<br>', size))],
  'Mr.': (size) => ['a.txt', fill('Mr. ', size)],
  President: (size) => ['a.txt', fill('President ', size)],
  'names by the thousand': (size) => ['a.txt', numbered(size, (index) => `Minister A${index.toString(36)}son `)],
  'he said': (size) => ['a.txt', fill('he said ', size)],
  'one quotation after the other': (size) => ['a.txt', fill('“A,” he said. ', size)],
  'a transcript': (size) => ['a.txt', fill('NAME: words\n', size)],
  'quotations by many people': (size) => ['a.txt', quotations(size)],
  'random characters': (size) => ['a.txt', randomText(size)],
  'marks one inside the other': (size) => ['a.txt', `${PROSE}${fill('“‘a ', size)}`],
  'apostrophes or single marks': (size) => ['a.txt', `${PROSE}${fill("'a ' ", size)}`],
  'a mail of “he said so”': (size) => ['a.txt', `${PROSE}${fill('> he said so\n', size)}`],
  'headings of Markdown': (size) => ['a.md', `${PROSE}${fill('# Heading\n\n', size)}${PROSE}`],
  'front matter': (size) => ['a.md', `---\n${numbered(size, (index) => `a${index}: &a [*a]\n`)}---\nText.`],
};
