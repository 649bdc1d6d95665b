import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { File } from './articles.ts';
import { loopbackDiscord } from './discord.ts';
import { megabytes, type Row, seconds } from './measure.ts';
import { Product } from './product.ts';

const SIZES = [100, 1_000, 5_000] as const;
const MAX_START_MS = 3_000;
const MAX_RESIDENT = 250 * 2 ** 20;

/** Start time and memory of the whole product for folders of this many articles, on the first and second start. */
export async function catalogSizes(files: readonly File[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await startsOver(files, size, 'articles')));
  rows.push(...(await startsOver(files.map(savedPage), SAVED_PAGES, 'saved pages')));
  return rows;
}

const SAVED_PAGES = 1_000;

/** A page as saved by browsers: the story, surrounded by scripts, styles and a picture of a quarter of a megabyte. */
function savedPage({ path, bytes }: File): File {
  const paragraphs = Buffer.from(bytes)
    .toString()
    .split(/\n\s*\n/)
    .map((text) => `<div class="block"><p>${text.replace(/[<&]/g, ' ')}</p></div>`);
  const menu = Array.from({ length: 200 }, (_, index) => `<li><a href="/${index}">Section ${index}</a></li>`).join('');
  const script = `<script>${'window.queue.push(["track",{"page":1}]);'.repeat(5_000)}</script>`;
  const picture = `<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(5_000)}" alt="">`;
  const page = `<!doctype html><html lang="en"><head><title>${basename(path)}</title>${script}</head><body><nav><ul>${menu}</ul></nav><article>${picture}${paragraphs.join('\n')}</article></body></html>`;
  return { path: path.replace(/\.\w+$/, '.html'), bytes: Buffer.from(page) };
}

async function startsOver(files: readonly File[], size: number, what: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  const content = join(folder, 'content');
  mkdirSync(content);
  for (let index = 0; index < size; index++) {
    const { path, bytes } = files[index % files.length] as File;
    // Makes each article unique.
    const ending = Buffer.from(`\n\n<p>This is article ${index} of the folder.</p>\n`);
    writeFileSync(
      join(content, `${index}-${basename(path, extname(path))}${extname(path)}`),
      Buffer.concat([bytes, ending]),
    );
  }
  try {
    const rows: Row[] = [];
    for (const time of ['first', 'second'] as const) {
      const { took, resident } = await start(content, join(folder, 'data', 'onrecord.db'));
      const isLast = size === SIZES.at(-1) && time === 'second';
      rows.push({
        what: `${size} ${what}, ${time} start`,
        measured: `${seconds(took)}, ${megabytes(resident)} MB resident`,
        ...(isLast && {
          target: {
            text: `${seconds(MAX_START_MS)}, ${megabytes(MAX_RESIDENT)} MB`,
            met: took <= MAX_START_MS && resident <= MAX_RESIDENT,
          },
        }),
      });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The time until the product is connected, and its memory at that point. */
async function start(content: string, data: string): Promise<{ readonly took: number; readonly resident: number }> {
  const loopback = await loopbackDiscord();
  const begun = performance.now();
  const product = await Product.started(
    { ONRECORD_CONTENT: content, ONRECORD_DATA: data, ...loopback.settings },
    Date.now(),
  );
  const took = performance.now() - begun;
  try {
    return { took, resident: (await product.memory()).resident };
  } finally {
    await product.stop();
    await loopback.close();
  }
}
