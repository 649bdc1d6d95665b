import type { webApi } from '@slack/bolt';
import { type FailedDelivery, LEASE_LOST } from '#chat/failed-delivery';
import type { Drawable } from '#chat/paginate/drawable';
import { paginate } from '#chat/paginate/paginate';
import { errorKind } from '#chat/platform-error';
import { inEnglish, message, type Text, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Delivery, LookupResult, OutgoingPost, PostKey, Publisher, Target } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/storage/store';
import { NOT_CONNECTED, NOT_INSTALLED, TOKEN_REJECTED, toFailedDelivery, UNANSWERED } from '../api/delivery-errors.ts';
import { SlackApiError } from '../api/errors.ts';
import type { ApiQueue, Payload, QueueKey } from '../api/queue.ts';
import type { Bot, SlackConnection } from '../connection/connection.ts';
import { MESSAGE_BUDGET } from '../render/budget.ts';
import { fullText } from '../render/fallback-text.ts';
import { NO_UNFURL, render } from '../render/message.ts';
import { PLATFORM, parseTenant, type TenantParts } from '../tenant.ts';
import { channelMismatch, whyCannotPost } from './can-post.ts';
import { findPost, metadataOf } from './find-post.ts';

interface PublisherDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'logger'>;
  readonly queue: ApiQueue;
  /** The connection; undefined while it is not open. */
  readonly connection: () => Pick<SlackConnection, 'botOf' | 'lose'> | undefined;
  /** Whether a single token is used for everything. */
  readonly hasOneToken: boolean;
}

/** A bot and the tenant it is installed in. */
interface TenantBot {
  readonly home: TenantParts;
  readonly bot: Bot;
}

export const makePublisher = (needs: PublisherDeps): Publisher => new SlackPublisher(needs);

/** Posts to Slack's channels, with the token of each workspace. */
class SlackPublisher implements Publisher {
  readonly #needs: PublisherDeps;

  constructor(needs: PublisherDeps) {
    this.#needs = needs;
  }

  async post({ target, idempotencyKey, threadParent, stillOwned, ...content }: OutgoingPost): Promise<Delivery> {
    const office = await this.#officeFor(target);
    if ('kind' in office) return office;
    const thread = threadParent === undefined ? {} : { thread_ts: threadParent };
    const payload = { channel: target.channel, ...thread, metadata: metadataOf(idempotencyKey) };
    return this.#send(office, payload, content, () => stillOwned().catch(() => false));
  }

  async find({ target, idempotencyKey, threadParent }: PostKey, windowMs: number): Promise<LookupResult> {
    const office = await this.#officeFor(target);
    if ('kind' in office) return office.kind === 'retry' ? office : { kind: 'hidden', reason: office.reason };
    const search = { channel: target.channel, mark: idempotencyKey, under: threadParent, windowMs };
    return findPost(search, office.bot, (method, payload) => this.#read(office, method, payload));
  }

  async whyCannotPost(target: Target): Promise<Text | undefined> {
    const office = await this.#officeFor(target);
    if ('kind' in office) return office.reason;
    return whyCannotPost(target.channel, (method, payload) => this.#read(office, method, payload));
  }

  async notify(tenant: Tenant, person: string, reply: Reply): Promise<void> {
    const office = await this.#officeOf(tenant);
    const told = 'kind' in office ? office : await this.#send(office, { channel: person }, { reply }, async () => true);
    if (told.kind === 'sent') return;
    this.#needs.host.logger.info('could not notify the user', {
      platform: PLATFORM,
      reason: inEnglish.message(told.reason),
    });
  }

  /** Returns the bot for a channel of its own workspace, or the failure if there is none. */
  async #officeFor(target: Target): Promise<TenantBot | FailedDelivery> {
    const office = await this.#officeOf(target);
    const reason = 'kind' in office ? undefined : channelMismatch(target.channel, office.home);
    return reason === undefined ? office : { kind: 'channelUnavailable', reason };
  }

  async #officeOf(tenant: Tenant): Promise<TenantBot | FailedDelivery> {
    const connection = this.#needs.connection();
    if (!connection) return NOT_CONNECTED;
    const home = tenant.platform === PLATFORM ? parseTenant(tenant) : undefined;
    if (!home) return NOT_INSTALLED;
    try {
      const bot = await connection.botOf(home);
      return bot ? { home, bot } : NOT_INSTALLED;
    } catch (err) {
      this.#needs.host.logger.error('an installation cannot be read', { platform: PLATFORM, err });
      return NOT_CONNECTED;
    }
  }

  async #send(
    office: TenantBot,
    to: Payload,
    { reply, language }: Pick<OutgoingPost, 'reply' | 'language'>,
    mayGo: () => Promise<boolean>,
  ): Promise<Delivery> {
    const { host, queue, hasOneToken } = this.#needs;
    let drawables: readonly Drawable[];
    let body: Payload;
    try {
      drawables = paginate(reply, { commands: host.commands, budget: MESSAGE_BUDGET, t: translatorFor(language) });
      body = { ...render(drawables), ...NO_UNFURL };
    } catch (err) {
      host.logger.error('a post could not be drawn', { platform: PLATFORM, err });
      return { kind: 'rejected', reason: message('delivery.failed') };
    }
    const post = (content: Payload): Promise<webApi.ChatPostMessageResponse | undefined> =>
      queue.post(office.bot.client, { ...to, ...content }, queueKey(office.home, String(to.channel)), mayGo);
    try {
      const sent = await post(body).catch((error: unknown) => {
        if (errorKind(error) !== 'invalidPayload') throw error;
        this.#logRefused(error as SlackApiError, drawables);
        return post({ text: fullText(drawables), ...NO_UNFURL });
      });
      if (!sent) return LEASE_LOST;
      return typeof sent.ts === 'string' ? { kind: 'sent', message: sent.ts } : UNANSWERED;
    } catch (error) {
      const isLost = await this.#tellIfLost(error, office);
      if (!isLost) return toFailedDelivery(error);
      return hasOneToken ? TOKEN_REJECTED : NOT_INSTALLED;
    }
  }

  /** Logs Slack's rejection of a message, without its text. */
  #logRefused({ method, reason }: SlackApiError, drawables: readonly Drawable[]): void {
    const blocks = drawables.map((block) => `${block.type} ${JSON.stringify(block).length}`).join(', ');
    this.#needs.host.logger.error('Slack refused the blocks of a post, which was sent as text', {
      ...{ platform: PLATFORM, method, reason, blocks },
    });
  }

  async #read(office: TenantBot, method: string, payload: Payload): Promise<object> {
    try {
      return await this.#needs.queue.call(office.bot.client, method, payload, queueKey(office.home));
    } catch (error) {
      await this.#tellIfLost(error, office);
      throw error;
    }
  }

  /** Whether the error means that the token is no longer valid; if so, reports it to the connection. */
  async #tellIfLost(error: unknown, { home, bot }: TenantBot): Promise<boolean> {
    if (!(error instanceof SlackApiError) || errorKind(error) !== 'tokenRevoked') return false;
    const source = { team: home.team, enterprise: home.enterprise, isOrganisation: false };
    try {
      await this.#needs.connection()?.lose(source, error.reason, bot.client.token);
    } catch (err) {
      this.#needs.host.logger.error('an installation cannot be forgotten', { platform: PLATFORM, err });
    }
    return true;
  }
}

const queueKey = ({ team }: TenantParts, channel?: string): QueueKey => ({
  workspace: team,
  ...(channel === undefined ? {} : { channel }),
});
