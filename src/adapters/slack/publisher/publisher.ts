import type { webApi } from '@slack/bolt';
import { type FailedDelivery, LEASE_LOST } from '#chat/failed-delivery';
import { whyUnsent, withFilesAsText } from '#chat/file-blocks';
import type { Drawable } from '#chat/paginate/drawable';
import { paginate } from '#chat/paginate/paginate';
import { errorKind } from '#chat/platform-error';
import { inEnglish, message, type RenameCommands, type Text, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Delivery, LookupResult, OutgoingPost, PostKey, Publisher, Target } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/storage/store';
import { NOT_CONNECTED, NOT_INSTALLED, TOKEN_REJECTED, toFailedDelivery, UNANSWERED } from '../api/delivery-errors.ts';
import type { Endpoints } from '../api/endpoints.ts';
import { SlackApiError } from '../api/errors.ts';
import type { ApiQueue, Payload, QueueKey } from '../api/queue.ts';
import { sendBlocks } from '../api/refused-blocks.ts';
import { type CallMethod, withPictures } from '../api/upload.ts';
import type { Bot, SlackConnection } from '../connection/connection.ts';
import { MESSAGE_BUDGET } from '../render/budget.ts';
import { bodyOf, type Message, render, renderText } from '../render/message.ts';
import { PLATFORM, parseTenant, type TenantParts } from '../tenant.ts';
import { channelMismatch, whyCannotPost } from './can-post.ts';
import { findPost, metadataOf } from './find-post.ts';

interface PublisherDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'logger'>;
  readonly queue: ApiQueue;
  readonly renameCommands: RenameCommands;
  /** The connection; undefined while it is not open. */
  readonly connection: () => Pick<SlackConnection, 'botOf' | 'lose'> | undefined;
  /** The hosts to which files are uploaded. */
  readonly files: Endpoints['files'];
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

  readonly renameCommands: RenameCommands;

  constructor(needs: PublisherDeps) {
    this.#needs = needs;
    this.renameCommands = needs.renameCommands;
  }

  async post({ target, idempotencyKey, threadParent, stillOwned, ...content }: OutgoingPost): Promise<Delivery> {
    const tenantBot = await this.#botForTarget(target);
    if ('kind' in tenantBot) return tenantBot;
    const thread = threadParent === undefined ? {} : { thread_ts: threadParent };
    const payload = { channel: target.channel, ...thread, metadata: metadataOf(idempotencyKey) };
    return this.#send(tenantBot, payload, content, () => stillOwned().catch(() => false));
  }

  async find({ target, idempotencyKey, threadParent }: PostKey, windowMs: number): Promise<LookupResult> {
    const tenantBot = await this.#botForTarget(target);
    if ('kind' in tenantBot)
      return tenantBot.kind === 'retry' ? tenantBot : { kind: 'hidden', reason: tenantBot.reason };
    const search = { channel: target.channel, mark: idempotencyKey, threadParent, windowMs };
    return findPost(search, tenantBot.bot, (method, payload) => this.#read(tenantBot, method, payload));
  }

  async whyCannotPost(target: Target): Promise<Text | undefined> {
    const tenantBot = await this.#botForTarget(target);
    if ('kind' in tenantBot) return tenantBot.reason;
    return whyCannotPost(target.channel, (method, payload) => this.#read(tenantBot, method, payload));
  }

  async notify(tenant: Tenant, person: string, reply: Reply): Promise<void> {
    const tenantBot = await this.#botOf(tenant);
    const delivery =
      'kind' in tenantBot ? tenantBot : await this.#send(tenantBot, { channel: person }, { reply }, async () => true);
    if (delivery.kind === 'sent') return;
    this.#needs.host.logger.info('could not notify the user', {
      platform: PLATFORM,
      reason: inEnglish.message(delivery.reason),
    });
  }

  /** Returns the bot for a channel of its own workspace, or the failure if there is none. */
  async #botForTarget(target: Target): Promise<TenantBot | FailedDelivery> {
    const tenantBot = await this.#botOf(target);
    const reason = 'kind' in tenantBot ? undefined : channelMismatch(target.channel, tenantBot.home);
    return reason === undefined ? tenantBot : { kind: 'channelUnavailable', reason };
  }

  async #botOf(tenant: Tenant): Promise<TenantBot | FailedDelivery> {
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
    tenantBot: TenantBot,
    to: Payload,
    content: Pick<OutgoingPost, 'reply' | 'language'>,
    stillOwned: () => Promise<boolean>,
  ): Promise<Delivery> {
    const { host, queue, hasOneToken } = this.#needs;
    const { language } = content;
    const reply = await this.#withPictures(tenantBot, content);
    let drawables: readonly Drawable[];
    let drawn: Message;
    try {
      drawables = paginate(reply, { commands: host.commands, budget: MESSAGE_BUDGET, t: translatorFor(language) });
      drawn = render(drawables);
    } catch (err) {
      host.logger.error('a post could not be rendered', { platform: PLATFORM, err });
      return { kind: 'rejected', reason: message('delivery.failed') };
    }
    const send = (content: Message): Promise<webApi.ChatPostMessageResponse | undefined> =>
      queue.post(
        tenantBot.bot.client,
        { ...to, ...bodyOf(content) },
        queueKey(tenantBot.home, String(to.channel)),
        stillOwned,
      );
    try {
      const draw = (plain: boolean): Message => (plain ? renderText(drawables) : drawn);
      const sent = await sendBlocks({ draw, send, logger: host.logger });
      if (!sent) return LEASE_LOST;
      return typeof sent.ts === 'string' ? { kind: 'sent', message: sent.ts } : UNANSWERED;
    } catch (error) {
      const isLost = await this.#reportIfLost(error, tenantBot);
      if (!isLost) return toFailedDelivery(error);
      return hasOneToken ? TOKEN_REJECTED : NOT_INSTALLED;
    }
  }

  /** Uploads the pictures of a post first; if that fails, the post contains their text instead. */
  async #withPictures(
    { home, bot }: TenantBot,
    { reply, language }: Pick<OutgoingPost, 'reply' | 'language'>,
  ): Promise<Reply> {
    const picture = reply.blocks.find((block) => block.type === 'file');
    if (!picture) return reply;
    const { queue, host, files } = this.#needs;
    const call: CallMethod = async (method, payload) => ({
      ...(await queue.call(bot.client, method, payload, queueKey(home))),
    });
    try {
      return await withPictures(reply, { call, hosts: files });
    } catch (error) {
      const reason = error instanceof SlackApiError ? error.reason : 'busy';
      host.logger.error('a picture of a post could not be uploaded', { platform: PLATFORM, reason });
      return withFilesAsText(reply, whyUnsent(picture, reason, translatorFor(language)));
    }
  }

  async #read(tenantBot: TenantBot, method: string, payload: Payload): Promise<object> {
    try {
      return await this.#needs.queue.call(tenantBot.bot.client, method, payload, queueKey(tenantBot.home));
    } catch (error) {
      await this.#reportIfLost(error, tenantBot);
      throw error;
    }
  }

  /** Whether the error means that the token is no longer valid; if so, reports it to the connection. */
  async #reportIfLost(error: unknown, { home, bot }: TenantBot): Promise<boolean> {
    if (!(error instanceof SlackApiError) || errorKind(error) !== 'tokenRevoked') return false;
    const source = { team: home.team, enterprise: home.enterprise, isOrganisation: false };
    try {
      await this.#needs.connection()?.lose(source, error.reason, bot.client.token);
    } catch (err) {
      this.#needs.host.logger.error('an installation cannot be deleted', { platform: PLATFORM, err });
    }
    return true;
  }
}

const queueKey = ({ team }: TenantParts, channel?: string): QueueKey => ({
  workspace: team,
  ...(channel === undefined ? {} : { channel }),
});
