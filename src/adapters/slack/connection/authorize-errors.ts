import { type App, AuthorizationError } from '@slack/bolt';
import { inEnglish } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { ApiQueue } from '../api/queue.ts';
import { NO_UNFURL } from '../render/message.ts';
import type { SlackSettings } from '../settings.ts';
import { withoutSecrets } from './bolt-logger.ts';
import { NotInstalledError } from './installation-store.ts';

/** The data that Bolt passes about a failed request. */
type BoltError = Parameters<Parameters<App['error']>[0]>[0];

interface AuthorizeErrorDeps {
  readonly host: Pick<AdapterHost, 'logger' | 'newId'>;
  readonly queue: ApiQueue;
  readonly settings: SlackSettings;
}

/** Handles events that Bolt could not authorize: nearly always from a workspace that has uninstalled the app. */
export function makeAuthorizeErrorHandler({ host, queue, settings: { mode } }: AuthorizeErrorDeps) {
  const address = mode.kind === 'oauth' && mode.address !== undefined ? `${mode.address}/slack/install` : undefined;
  // Without a token, the user’s language cannot be requested from Slack.
  const t = inEnglish;
  return async ({ error, body }: BoltError): Promise<void> => {
    const id = host.newId();
    const isOut = causesOf(error).some((cause) => cause instanceof NotInstalledError);
    const message = isOut
      ? 'Slack: a workspace that has not installed the app'
      : 'Slack: a request could not be authorized';
    host.logger[isOut ? 'info' : 'error'](message, { id, reason: withoutSecrets(error.message) });
    const url = 'response_url' in body ? body.response_url : undefined;
    if (!(error instanceof AuthorizationError) || typeof url !== 'string') return;
    const text = isOut
      ? address === undefined
        ? t('error.notInstalled')
        : t('error.notInstalledAt', { address })
      : t('error.internal', { id });
    await queue.respondUnqueued(url, { response_type: 'ephemeral', replace_original: false, text, ...NO_UNFURL });
  };
}

/** Returns an error and its causes. */
function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (
    let cause = error;
    cause instanceof Error && causes.length < 5;
    cause = (cause as { original?: unknown }).original
  ) {
    causes.push(cause);
  }
  return causes;
}
