import { isTrusted, TIMEOUT_MS } from './endpoints.ts';
import { SlackApiError, toSlackApiError, UNTRUSTED_ADDRESS } from './errors.ts';

/** What Slack answered to a POST. */
interface UrlResponse {
  readonly status: number;
  /** Seconds. */
  readonly retryAfter: number;
  readonly text: string;
}

/**
 * Posts to a URL that Slack has handed out for one purpose. The URL is a secret, so the errors of fetch, which contain it,
 * are not passed on.
 *
 * @param method what the errors name instead of the URL.
 * @param hosts the hosts that may receive the body.
 * @throws SlackApiError if the host is another one, or if there is no answer.
 */
export async function postToSecretUrl(
  method: string,
  url: string,
  hosts: readonly string[],
  body: { readonly contentType: string; readonly content: string | Uint8Array<ArrayBuffer> },
): Promise<UrlResponse> {
  if (!isTrusted(url, hosts)) throw new SlackApiError(method, UNTRUSTED_ADDRESS);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': body.contentType },
      body: body.content,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const retryAfter = Number(response.headers.get('retry-after') ?? 1) || 0;
    return { status: response.status, retryAfter, text: await response.text() };
  } catch (error) {
    throw toSlackApiError(method, error);
  }
}
