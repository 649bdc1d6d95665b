import { DOWNLOAD_TIMEOUT_MS, fileGone, fileTooLarge, READABLE_NAME, readLimited } from '#chat/attachments';
import { UserError } from '#core/errors';
import { message } from '#core/messages/index';
import { maxUploadBytes, type Upload } from '#core/ports';
import { isTrusted } from '../api/endpoints.ts';
import { PLATFORM } from '../tenant.ts';
import type { SlackFile } from './message-text.ts';

/** File extensions by Slack's file type, for files without a known extension: snippets, posts. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['text', '.txt'],
  ['markdown', '.md'],
  ['html', '.html'],
]);

/**
 * Returns the first readable file, with a name that determines its format; undefined if there is none.
 *
 * @throws UserError if the file was deleted, is hidden or is too large.
 */
export function pickReadable(files: readonly SlackFile[]): (SlackFile & { readonly name: string }) | undefined {
  const named = files.flatMap((file) => {
    const name = file.name ?? '';
    if (READABLE_NAME.test(name)) return [{ ...file, name }];
    const ending = EXTENSIONS.get(file.filetype ?? '');
    return ending === undefined ? [] : [{ ...file, name: `${name}${ending}` }];
  });
  const [first] = named;
  if (!first) return undefined;
  if (first.mode === 'tombstone' || first.mode === 'hidden_by_limit') {
    throw fileGone();
  }
  if ((first.size ?? 0) > maxUploadBytes(first.name)) throw fileTooLarge(first.name);
  return first;
}

/** Slack, or the external service that stores the file, refuses access to it. */
export const fileWithheld = (): UserError => new UserError(message('error.fileWithheld', { platform: PLATFORM }));

/**
 * Fetches a file stored by Slack.
 *
 * @param token is sent only to `hosts`, regardless of the URL in the file's data.
 * @throws UserError if the file cannot be fetched.
 */
export async function download(
  { name, url_private_download, url_private }: SlackFile & { readonly name: string },
  token: string,
  hosts: readonly string[],
): Promise<Upload> {
  const url = URL.parse(url_private_download ?? url_private ?? '');
  if (!url || !isTrusted(url, hosts)) throw fileWithheld();
  const response = await fetchFile(url, token);
  if (response.status === 404 || response.status === 410) throw fileGone();
  // Without access to the file, Slack responds with a sign-in page.
  if (!response.ok || (isPage(response) && !/\.x?html?$/i.test(name))) throw fileWithheld();
  return { name, content: await readLimited(name, response.body ?? []) };
}

const isPage = ({ headers }: Response): boolean => /^text\/html\b/.test(headers.get('content-type') ?? '');

async function fetchFile(url: URL, token: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
    });
  } catch {
    throw fileWithheld();
  }
}
