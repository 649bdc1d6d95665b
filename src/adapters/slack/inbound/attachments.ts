import { UserError } from '#core/errors';
import { type Material, MOST_MATERIAL } from '#core/ports';
import { isTrusted } from '../api/endpoints.ts';
import { TIMEOUT } from '../api/queue.ts';
import type { Attached } from './message-text.ts';

const READABLE = /\.(?:txt|md|markdown|html?)$/i;

/** The endings of what Slack knows by a type, for files without one of ours: snippets, posts. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text', '.txt'],
  ['markdown', '.md'],
  ['html', '.html'],
]);

/**
 * The first of the files that can be read, with a name that tells how; undefined where there is none.
 *
 * @throws UserError where it is gone or too large.
 */
export function readableOf(files: readonly Attached[]): (Attached & { readonly name: string }) | undefined {
  const named = files.flatMap((file) => {
    const name = file.name ?? '';
    if (READABLE.test(name)) return [{ ...file, name }];
    const ending = ENDINGS.get(file.filetype ?? '');
    return ending === undefined ? [] : [{ ...file, name: `${name}${ending}` }];
  });
  const [first] = named;
  if (!first) return undefined;
  if (first.mode === 'tombstone' || first.mode === 'hidden_by_limit') {
    throw gone();
  }
  if ((first.size ?? 0) > MOST_MATERIAL) throw tooLarge();
  return first;
}

const gone = (): UserError => new UserError('That file is not there any more: attach it again.');

const tooLarge = (): UserError =>
  new UserError(`That file is too large: ${MOST_MATERIAL / 1000} KB at most. Paste the part that matters.`);

/** Slack, or whoever keeps it, does not hand it out. */
export const withheld = (): UserError =>
  new UserError(
    'Slack did not hand out that file: Onrecord needs the permission files:read here. Paste the text instead.',
  );

/**
 * Fetches a file that Slack keeps.
 *
 * @param token goes to `hosts` and nowhere else, whatever the file says its address is.
 * @throws UserError where it cannot be had.
 */
export async function download(
  { name, url_private_download, url_private }: Attached & { readonly name: string },
  token: string,
  hosts: readonly string[],
): Promise<Material> {
  const url = URL.parse(url_private_download ?? url_private ?? '');
  if (!url || !isTrusted(url, hosts)) throw withheld();
  const response = await answered(url, token);
  if (response.status === 404 || response.status === 410) throw gone();
  // Who may not have a file is sent to a page to sign in on.
  if (!response.ok || (isPage(response) && !/\.html?$/i.test(name))) throw withheld();
  return { name, content: await bytesOf(response) };
}

const isPage = ({ headers }: Response): boolean => /^text\/html\b/.test(headers.get('content-type') ?? '');

async function answered(url: URL, token: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    throw withheld();
  }
}

/** No more than may be read, whatever was said of its size. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_MATERIAL) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
