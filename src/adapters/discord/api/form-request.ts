import { DefaultRestOptions, type RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/**
 * Sends a request; a form is encoded first. The client would pass it to undici, which rejects forms created by another
 * copy of undici, and all requests in a process use the first copy loaded.
 */
export const makeFormRequest: MakeRequest = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = { ...init.headers, 'content-type': form.headers.get('content-type') ?? '' };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) });
};
