import { OverloadedError, type RequestQueue } from '#chat/queue/request-queue';
import type { RequestHandler, RequestResult } from '#chat/request-handler';
import type { AdapterHost } from '#core/platform';
import type { Answer } from '#core/ports';
import type { Reply, RichText } from '#core/reply';
import type { Requester } from '#core/requester';
import { callApi, DiscordApiError, reportFor, TOKEN_REVOKED } from '../api/errors.ts';
import { type AnswerStyle, notice, privateAnswer, sharedAnswer, sharedConfirmation } from '../render/answers.ts';
import type { UserRequest } from './request.ts';

interface ResponderDeps {
  readonly house: Pick<AdapterHost, 'commands' | 'logger'>;
  readonly reception: RequestHandler;
  readonly outgoing: RequestQueue;
  /** Whether questions are still taken. */
  readonly isOpen: () => boolean;
  /** Discord no longer knows the bot. */
  readonly onRevoked: (reason: string) => void;
  /** The link by which the bot is invited with the permissions that it needs. */
  readonly invite: () => string;
}

const sentenceReply = (text: RichText): Reply => ({ visibility: 'asker', blocks: [{ type: 'paragraph', text }] });
/** Questions of one place that are answered at once: whoever comes next is told so, rather than made to wait. */
const MAX_IN_FLIGHT = 150;

const STOPPING = 'Onrecord is restarting: try again in a minute.';

/** Who asks. */
const toRequester = ({ place, scope }: UserRequest, id: string): Requester => ({
  id,
  tenantKey: place,
  ...(scope && { scope }),
});

/** Takes every question the same way, from its acknowledgement to its answer or to what went wrong. */
export class Responder {
  readonly #needs: ResponderDeps;
  /** Buttons whose answer is on its way to a channel: a second press has nothing more to do. */
  readonly #sharing = new Set<string>();
  /** By place: how many questions are acknowledged and not answered yet. */
  readonly #underWay = new Map<string, number>();

  constructor(needs: ResponderDeps) {
    this.#needs = needs;
  }

  /** Resolves when all has been said; never rejects. */
  async respond(inquiry: UserRequest): Promise<void> {
    const { reception } = this.#needs;
    if (reception.seen(inquiry.key)) return;
    await reception.handle({
      way: inquiry.way,
      answer: async (id) => {
        try {
          return await this.#take(inquiry, id);
        } catch (error) {
          if (!(error instanceof DiscordApiError)) throw error;
          // Not even acknowledged: there is no way to tell anybody.
          return { outcome: await this.#refused(error, { ...inquiry, reportError: async () => {} }, id) };
        }
      },
      reportError: async (reply) => {
        await callApi(() => inquiry.reportError(notice(reply)));
      },
    });
  }

  async #take(inquiry: UserRequest, id: string): Promise<RequestResult> {
    const { isOpen, outgoing } = this.#needs;
    const { place, queueKey } = inquiry;
    const before = this.#underWay.get(place) ?? 0;
    if (!isOpen() || before >= MAX_IN_FLIGHT || outgoing.isFull(queueKey)) {
      const words = isOpen() ? new OverloadedError().message : STOPPING;
      await callApi(() => inquiry.rejectBusy(notice(sentenceReply([words]))));
      return { outcome: 'busy' };
    }
    this.#underWay.set(place, before + 1);
    try {
      return await this.#acknowledge(inquiry, id);
    } finally {
      const after = (this.#underWay.get(place) ?? 1) - 1;
      if (after > 0) this.#underWay.set(place, after);
      else this.#underWay.delete(place);
    }
  }

  async #acknowledge(inquiry: UserRequest, id: string): Promise<RequestResult> {
    const key = inquiry.share?.key;
    if (key === undefined) {
      await callApi(() => inquiry.acknowledge());
      return this.#answer(inquiry, id);
    }
    const isOnItsWay = this.#sharing.has(key);
    this.#sharing.add(key);
    try {
      await callApi(() => inquiry.acknowledge());
      return isOnItsWay ? { outcome: 'answered' } : await this.#answer(inquiry, id);
    } finally {
      if (!isOnItsWay) this.#sharing.delete(key);
    }
  }

  async #answer(inquiry: UserRequest, id: string): Promise<RequestResult> {
    const answer = await inquiry.ask(toRequester(inquiry, id));
    const command = answer.invocation?.command;
    try {
      await this.#deliver(inquiry, answer);
      return { outcome: answer.outcome, command };
    } catch (error) {
      if (!(error instanceof DiscordApiError)) throw error;
      return { outcome: await this.#refused(error, inquiry, id), command };
    }
  }

  /** To the channel first, where it is shared; then to the asker. */
  async #deliver(inquiry: UserRequest, answer: Answer): Promise<void> {
    const { house, outgoing } = this.#needs;
    const style: AnswerStyle = { commands: house.commands, part: inquiry.part };
    const share = answer.outcome === 'answered' ? inquiry.share : undefined;
    if (share) {
      const letter = sharedAnswer(answer, style, share.userId);
      await outgoing.send(share.queueKey, 'answer', () => callApi(() => share.post(letter)));
    }
    const copy = share ? sharedConfirmation(answer, style) : privateAnswer(answer, style, inquiry.shareable);
    // What was read stays where it is: what has gone wrong is told beside it.
    const way = answer.outcome === 'answered' ? inquiry.respond : inquiry.reportError;
    await outgoing.send(inquiry.queueKey, 'answer', () => callApi(() => way(copy)));
  }

  /** The log gets the cause, and the asker what they can know or do. */
  async #refused(refusal: DiscordApiError, inquiry: UserRequest, id: string): Promise<RequestResult['outcome']> {
    const { house, invite, onRevoked } = this.#needs;
    const { outcome, log: says, reply, closed, lost } = reportFor(refusal, { id, invite: invite() });
    const log = (what: string, { details }: DiscordApiError): void =>
      house.logger.error(what, { platform: 'Discord', id, way: inquiry.way, ...details });
    log(says, refusal);
    if (lost) onRevoked(TOKEN_REVOKED);
    if (reply && !(closed && inquiry.queueKey.channel !== undefined)) {
      await callApi(() => inquiry.reportError(notice(sentenceReply(reply)))).catch((again) =>
        log('the asker could not be told', again),
      );
    }
    return outcome;
  }
}
