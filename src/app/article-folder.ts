import { hash } from 'node:crypto';
import { basename } from 'node:path';
import PQueue from 'p-queue';
import type { ArticleFolder, UploadedFile } from '#adapters/web/port';
import type { CatalogEntry } from '#core/catalog';
import { addFile } from '#library/add-file';
import type { LiveCatalog } from '#library/catalog';
import { fileNameOf } from '#library/file-name';
import { writeMarkdown } from '#library/markdown/write';
import { formatOf } from '#library/read';
import { isUpload } from '#lookup';
import { firstPart } from '#text/truncate';

/** The longest file name made of a title, in characters. */
const MAX_TITLE = 60;
/** The beginning of a text that shows its format. */
const FORMAT_BYTES = 16_000;

/**
 * Saves articles in the folder of the catalog: files as they are, and what was fetched as Markdown, which contains the
 * article without the page around it. What is there already is not added again.
 */
export function makeArticleFolder(folder: string, catalog: Pick<LiveCatalog, 'refresh' | 'fileOf'>): ArticleFolder {
  const queue = new PQueue({ concurrency: 1 });
  const save: ArticleFolder['save'] = async (entry, file) => {
    const { name, content } = file ? named(entry, file) : asMarkdown(entry);
    const digest = hash('sha256', content);
    await catalog.refresh();
    const known = catalog.fileOf(digest);
    if (known) return { file: basename(known.path), id: known.id, isNew: false };
    const path = await addFile(folder, name, content);
    await catalog.refresh();
    const id = catalog.fileOf(digest)?.id;
    return { file: basename(path), isNew: true, ...(id !== undefined && { id }) };
  };
  return {
    canSave: ({ article }) => isUpload(article.id),
    save: (...asked) => queue.add(() => save(...asked)),
  };
}

interface NamedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

function named(entry: CatalogEntry, { name, content }: UploadedFile): NamedFile {
  const head = new TextDecoder().decode(content.subarray(0, FORMAT_BYTES));
  return { name: fileNameOf(name ?? nameOf(entry), formatOf(name ?? '', head)), content };
}

const asMarkdown = (entry: CatalogEntry): NamedFile => ({
  name: fileNameOf(nameOf(entry), 'markdown'),
  content: new TextEncoder().encode(writeMarkdown(entry.article)),
});

/** `mill-to-close`, from the title “Mill to close” */
const nameOf = ({ article: { title } }: CatalogEntry): string =>
  firstPart(title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'), MAX_TITLE).replace(/^-|-$/g, '');
