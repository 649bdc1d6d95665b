import type { Logger } from '#core/ports';

const TIMEOUT_MS = 10_000;

/**
 * Requests an address regularly, as Healthchecks and similar services expect while all is well. A failure is logged
 * once until the next success; a request is skipped while another one is in progress.
 */
export function makeHeartbeat(url: string | undefined, logger: Logger, request: typeof fetch = fetch): () => void {
  let isUnderWay = false;
  let hasFailed = false;
  const beat = async (address: string): Promise<void> => {
    try {
      const response = await request(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`it answered with ${response.status}`);
      hasFailed = false;
    } catch (err) {
      // The address may be a secret: it is not logged.
      if (!hasFailed) logger.error('ONRECORD_HEARTBEAT_URL cannot be reached', { err });
      hasFailed = true;
    }
  };
  return () => {
    if (url === undefined || isUnderWay) return;
    isUnderWay = true;
    void beat(url).finally(() => {
      isUnderWay = false;
    });
  };
}
