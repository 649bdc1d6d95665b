import type { webApi } from '@slack/bolt';
import { present } from '#chat/paginate/paginate';
import type { House } from '#core/platform';
import type { Delivery, Parcel, Poster, Target, Trace } from '#core/publisher';
import type { Reply } from '#core/reply';
import type { Tenant } from '#core/store';
import { meaningOf, Refusal } from '../api/errors.ts';
import type { Outbox, Payload, Towards } from '../api/queue.ts';
import type { Bot, Entrance } from '../connection/connection.ts';
import { ROOM } from '../render/budget.ts';
import { QUIET, render } from '../render/message.ts';
import { type Home, homeOf, PLATFORM } from '../tenant.ts';
import { obstacleIn, strangeness } from './can-post.ts';
import { type Ending, endingOf, NOT_INSTALLED, NOT_OPEN, TAKEN, TOKEN_REFUSED, UNANSWERED } from './delivery-errors.ts';
import { metadataOf, readBack } from './find-post.ts';

interface Needs {
  readonly house: Pick<House, 'commands' | 'logger'>;
  readonly outbox: Outbox;
  /** The way in; undefined while it is not open yet. */
  readonly entrance: () => Pick<Entrance, 'botOf' | 'lose'> | undefined;
  /** Whether everything is done with one token. */
  readonly hasOneToken: boolean;
}

/** A bot where it is at home. */
interface Office {
  readonly home: Home;
  readonly bot: Bot;
}

export const makePoster = (needs: Needs): Poster => new SlackPoster(needs);

/** Posts to Slack's channels, in each workspace with the token that it has given. */
class SlackPoster implements Poster {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async post({ target, mark, reply, under, mayGo }: Parcel): Promise<Delivery> {
    const office = await this.#officeFor(target);
    if ('kind' in office) return office;
    const thread = under === undefined ? {} : { thread_ts: under };
    const payload = { channel: target.channel, ...thread, metadata: metadataOf(mark) };
    return this.#send(office, payload, reply, () => mayGo().catch(() => false));
  }

  async find({ target, mark, under }: Omit<Parcel, 'reply' | 'mayGo'>, since: number): Promise<Trace> {
    const office = await this.#officeFor(target);
    if ('kind' in office) return office.kind === 'later' ? office : { kind: 'hidden', reason: office.reason };
    const search = { channel: target.channel, mark, under, since };
    return readBack(search, office.bot, (method, payload) => this.#read(office, method, payload));
  }

  async obstacle(target: Target): Promise<string | undefined> {
    const office = await this.#officeFor(target);
    if ('kind' in office) return office.reason;
    return obstacleIn(target.channel, (method, payload) => this.#read(office, method, payload));
  }

  async tell(tenant: Tenant, person: string, reply: Reply): Promise<void> {
    const office = await this.#officeOf(tenant);
    const told = 'kind' in office ? office : await this.#send(office, { channel: person }, reply, async () => true);
    if (told.kind === 'sent') return;
    this.#needs.house.logger.info('somebody could not be told', { platform: PLATFORM, reason: told.reason });
  }

  /** The office for a channel of its own workspace; how it ends where there is none. */
  async #officeFor(target: Target): Promise<Office | Ending> {
    const office = await this.#officeOf(target);
    const reason = 'kind' in office ? undefined : strangeness(target.channel, office.home);
    return reason === undefined ? office : { kind: 'closed', reason };
  }

  async #officeOf(tenant: Tenant): Promise<Office | Ending> {
    const entrance = this.#needs.entrance();
    if (!entrance) return NOT_OPEN;
    const home = tenant.platform === PLATFORM ? homeOf(tenant) : undefined;
    if (!home) return NOT_INSTALLED;
    try {
      const bot = await entrance.botOf(home);
      return bot ? { home, bot } : NOT_INSTALLED;
    } catch (err) {
      this.#needs.house.logger.error('an installation cannot be read', { platform: PLATFORM, err });
      return NOT_OPEN;
    }
  }

  async #send(office: Office, to: Payload, reply: Reply, mayGo: () => Promise<boolean>): Promise<Delivery> {
    const { house, outbox, hasOneToken } = this.#needs;
    let message: Payload;
    try {
      message = { ...render(present(reply, { commands: house.commands, room: ROOM })), ...QUIET };
    } catch (err) {
      house.logger.error('a post could not be drawn', { platform: PLATFORM, err });
      return { kind: 'refused', reason: 'It could not be drawn: the log says more.' };
    }
    try {
      const lane = towards(office.home, String(to.channel));
      const sent: webApi.ChatPostMessageResponse | undefined = await outbox.post(
        office.bot.client,
        { ...to, ...message },
        lane,
        mayGo,
      );
      if (!sent) return TAKEN;
      return typeof sent.ts === 'string' ? { kind: 'sent', message: sent.ts } : UNANSWERED;
    } catch (error) {
      const isLost = await this.#tellIfLost(error, office);
      if (!isLost) return endingOf(error);
      return hasOneToken ? TOKEN_REFUSED : NOT_INSTALLED;
    }
  }

  async #read(office: Office, method: string, payload: Payload): Promise<object> {
    try {
      return await this.#needs.outbox.call(office.bot.client, method, payload, towards(office.home));
    } catch (error) {
      await this.#tellIfLost(error, office);
      throw error;
    }
  }

  /** Whether it says that the token is of no use any more; then whoever is in charge of it is told. */
  async #tellIfLost(error: unknown, { home, bot }: Office): Promise<boolean> {
    if (!(error instanceof Refusal) || meaningOf(error) !== 'lost') return false;
    const source = { team: home.team, enterprise: home.enterprise, isOrganisation: false };
    try {
      await this.#needs.entrance()?.lose(source, error.reason, bot.client.token);
    } catch (err) {
      this.#needs.house.logger.error('an installation cannot be forgotten', { platform: PLATFORM, err });
    }
    return true;
  }
}

const towards = ({ team }: Home, channel?: string): Towards => ({
  workspace: team,
  ...(channel === undefined ? {} : { channel }),
});
