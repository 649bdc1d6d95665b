import type { IncomingMessage, ServerResponse } from 'node:http';

/** Files that people attach: handed out to whoever brings the right token. */
export interface Files {
  /** Keeps a file; the `url_private_download` of it. */
  add(name: string, content: string | Uint8Array, token: string): string;
  /** Whether the request was for a file; then it is answered. */
  serve(request: IncomingMessage, response: ServerResponse): boolean;
}

export function makeFiles(origin: string): Files {
  const kept = new Map<string, { readonly content: string | Uint8Array; readonly token: string }>();
  return {
    add(name, content, token) {
      const path = `/files-pri/T1-F${kept.size + 1}/download/${encodeURIComponent(name)}`;
      kept.set(path, { content, token });
      return `${origin}${path}`;
    },
    serve(request, response) {
      if (!request.url?.startsWith('/files-pri/')) return false;
      const file = kept.get(request.url);
      const allowed = request.headers.authorization === `Bearer ${file?.token}`;
      // Slack sends a page to log in on, not an error, to whoever may not have the file.
      if (!file || !allowed) response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>');
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.content);
      return true;
    },
  };
}
