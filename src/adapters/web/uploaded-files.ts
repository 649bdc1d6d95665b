import { LRUCache } from 'lru-cache';
import type { CatalogEntry } from '#core/catalog';
import { UserError } from '#core/errors';
import type { Translate } from '#core/messages/index';
import type { Answer } from '#core/ports';
import type { ArticleFolder, UploadedFile } from './port.ts';

/** The files of a busy day: of older ones, only the article is left. */
const MAX_BYTES = 30_000_000;

/** The button that saves the article of an answer. */
export interface SaveButton {
  readonly article: string;
  readonly note: string;
  readonly label: string;
}

/** The result of saving an article. */
export interface SaveNotice {
  /** Where it is, or why it was not saved. */
  readonly text: string;
  readonly isSaved: boolean;
  /** The id to read it by. */
  readonly id?: string;
}

/** The uploaded articles that are only in memory, which the user may save. */
export interface UploadedFiles {
  /** Remembers the file that an answer is about, so that it can be saved unchanged. */
  remember(answer: Answer, file: UploadedFile): void;
  /** Returns the button for a briefing of an article that is only in memory. */
  buttonFor(answer: Answer, t: Translate): SaveButton | undefined;
  save(id: string, t: Translate): Promise<SaveNotice>;
}

/** @param find finds an article of the page by its id. */
export function createUploadedFiles(
  folder: ArticleFolder | undefined,
  find: (id: string) => CatalogEntry | undefined,
): UploadedFiles {
  const files = new LRUCache<string, UploadedFile>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ content }) => content.byteLength || 1,
  });
  /** The entry of an article that can be saved. */
  const entryOf = (id: string | undefined): CatalogEntry | undefined => {
    const entry = id === undefined ? undefined : find(id);
    return entry && folder?.canSave(entry) ? entry : undefined;
  };
  return {
    remember(answer, file) {
      const id = briefedIn(answer);
      if (folder && id !== undefined) files.set(id, file);
    },
    buttonFor(answer, t) {
      const article = briefedIn(answer);
      if (article === undefined || !entryOf(article)) return undefined;
      return { article, note: t('save.note'), label: t('save.label') };
    },
    async save(id, t) {
      const entry = entryOf(id);
      if (!folder || !entry) return { text: t('save.gone'), isSaved: false };
      try {
        const { file, isNew, ...stored } = await folder.save(entry, files.get(id));
        return { text: t(isNew ? 'save.done' : 'save.already', { file }), isSaved: true, ...stored };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { text: t.message(error.text), isSaved: false };
      }
    },
  };
}

/** The id of the article whose briefing an answer is. */
const briefedIn = ({ outcome, invocation }: Answer): string | undefined =>
  outcome === 'answered' && invocation?.command === 'brief' ? invocation.options.article : undefined;
