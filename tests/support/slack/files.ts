import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Channels } from './channels.ts';
import type { Body, PlannedFailure } from './web.ts';

/** A file that the app uploads: https://docs.slack.dev/messaging/working-with-files#uploading_files */
interface Upload {
  readonly name: string;
  readonly length: number;
  readonly alt: string;
  readonly content?: Uint8Array;
  readonly complete: boolean;
  /** The channel it was shared in, if any. */
  readonly channel?: string;
}

/** Files that users attach, served to requests with a valid token, and files that the app uploads. */
export interface Files {
  /** Stores a file and returns its `url_private_download`. */
  add(name: string, content: string | Uint8Array, token: string): string;
  /** Uploads by id. */
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Returns the ids of the files that blocks contain. */
  shownIn(blocks: unknown): readonly string[];
  /** Serves a request for a file; false for all others. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Responds to methods about uploads; undefined for all others. */
  answer(method: string, body: Body, channels: Pick<Channels, 'lacks'>): PlannedFailure | undefined;
}

const ok = (body: object): PlannedFailure => ({ body: { ok: true, ...body } });
const not = (error: string): PlannedFailure => ({ body: { ok: false, error } });

export function makeFiles(origin: string): Files {
  const kept = new Map<string, { readonly content: string | Uint8Array; readonly token: string }>();
  const uploads = new Map<string, Upload>();

  const begin = ({ filename, length, alt_txt = '' }: Body): PlannedFailure => {
    if (!filename || !(Number(length) > 0)) return not('invalid_arguments');
    const id = `F${uploads.size + 1}`;
    uploads.set(id, { name: `${filename}`, length: Number(length), alt: `${alt_txt}`, complete: false });
    return ok({ upload_url: `${origin}/upload/${id}`, file_id: id });
  };

  const complete = ({ files, channel_id: channel }: Body): PlannedFailure => {
    for (const { id } of files as readonly { readonly id: string }[]) {
      const upload = uploads.get(id);
      if (!upload?.content || upload.content.byteLength !== upload.length) return not('file_not_found');
      if (channel !== undefined && !/^[CDG]\w+$/.test(`${channel}`)) return not('channel_not_found');
      uploads.set(id, { ...upload, complete: true, ...(channel === undefined ? {} : { channel: `${channel}` }) });
    }
    return ok({ files });
  };

  const take = async (id: string, request: IncomingMessage, response: ServerResponse): Promise<true> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const upload = uploads.get(id);
    if (upload) uploads.set(id, { ...upload, content: new Uint8Array(Buffer.concat(chunks)) });
    response.writeHead(upload ? 200 : 404).end(upload && `OK - ${upload.length}`);
    return true;
  };

  const info = ({ file }: Body): PlannedFailure => {
    const upload = uploads.get(`${file}`);
    return upload ? ok({ file: { id: file, mimetype: upload.complete ? 'image/png' : '' } }) : not('file_not_found');
  };

  const METHODS: Readonly<Record<string, (body: Body) => PlannedFailure>> = {
    'files.getUploadURLExternal': begin,
    'files.completeUploadExternal': complete,
    'files.info': info,
  };

  return {
    add(name, content, token) {
      const path = `/files-pri/T1-F${kept.size + 1}/download/${encodeURIComponent(name)}`;
      kept.set(path, { content, token });
      return `${origin}${path}`;
    },
    uploads,
    shownIn: (blocks) =>
      [...JSON.stringify(blocks ?? []).matchAll(/"slack_file":\{"id":"(\w+)"\}/g)].map(([, id = '']) => id),
    async serve(request, response) {
      const [, id] = /^\/upload\/(\w+)$/.exec(request.url ?? '') ?? [];
      if (id !== undefined) return take(id, request, response);
      if (!request.url?.startsWith('/files-pri/')) return false;
      const file = kept.get(request.url);
      const allowed = request.headers.authorization === `Bearer ${file?.token}`;
      // Without permission for the file, Slack sends a login page, not an error.
      if (!file || !allowed) response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.content);
      return true;
    },
    answer(method, body, channels) {
      const found = METHODS[method];
      if (!found) return undefined;
      return channels.lacks('files:write') ? not('missing_scope') : found(body);
    },
  };
}
