import { type App, AuthorizationError } from '@slack/bolt';
import type { House } from '#core/platform';
import type { Outbox } from '../api/queue.ts';
import { QUIET } from '../render/message.ts';
import type { SlackSettings } from '../settings.ts';
import { withoutSecrets } from './bolt-logger.ts';
import { NotInstalled } from './installation-store.ts';

/** What Bolt tells of a request that came to nothing. */
type Mishap = Parameters<Parameters<App['error']>[0]>[0];

interface Needs {
  readonly house: Pick<House, 'logger' | 'newId'>;
  readonly outbox: Outbox;
  readonly settings: SlackSettings;
}

/** What Bolt could not give to anybody: nearly always a workspace that has taken the app out. */
export function turnedAway({ house, outbox, settings: { way } }: Needs) {
  const invitation = way.kind === 'oauth' && way.address !== undefined ? `: ${way.address}/slack/install` : '.';
  return async ({ error, body }: Mishap): Promise<void> => {
    const id = house.newId();
    const isOut = causesOf(error).some((cause) => cause instanceof NotInstalled);
    const message = isOut ? 'Slack: a workspace that has not let the app in' : 'Slack: a request could not be taken in';
    house.logger[isOut ? 'info' : 'error'](message, { id, reason: withoutSecrets(error.message) });
    const url = 'response_url' in body ? body.response_url : undefined;
    if (!(error instanceof AuthorizationError) || typeof url !== 'string') return;
    const text = isOut
      ? `This workspace has not let Onrecord in, or has taken it out. An admin can add it again${invitation}`
      : `Something went wrong inside; the log has it as ${id}.`;
    await outbox.whisper(url, { response_type: 'ephemeral', replace_original: false, text, ...QUIET });
  };
}

/** An error and what it was made from. */
function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let one = error; one instanceof Error && causes.length < 5; one = (one as { original?: unknown }).original) {
    causes.push(one);
  }
  return causes;
}
