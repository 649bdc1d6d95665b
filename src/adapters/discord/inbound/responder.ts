import type { RequestQueue } from '#chat/queue/request-queue';
import type { RequestHandler, RequestResult } from '#chat/request-handler';
import type { Requester } from '#core/access/requester';
import { UserError } from '#core/errors';
import { message, type Translate, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Answer } from '#core/ports';
import { sentenceReply } from '#core/reply';
import { callApi, DiscordApiError, reportFor, TOKEN_REVOKED } from '../api/errors.ts';
import { sendAnswer } from '../api/refused-components.ts';
import { type AnswerStyle, notice, privateAnswer, sharedAnswer, sharedConfirmation } from '../render/answers.ts';
import type { RewriteCommands } from '../render/rewrite-commands.ts';
import { PLATFORM } from '../tenant.ts';
import type { UserRequest } from './request.ts';

interface ResponderDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'logger'>;
  readonly requests: RequestHandler;
  readonly outgoing: RequestQueue;
  /** Whether requests are still accepted. */
  readonly isOpen: () => boolean;
  /** Called if the bot's token is no longer valid. */
  readonly onRevoked: (reason: string) => void;
  /** Replaces commands in our own texts by mentions. */
  readonly rewriteCommands: RewriteCommands;
  /** Returns the invite link with the permissions that the bot needs. */
  readonly invite: () => string;
}

/** Requests of one tenant answered concurrently. Further requests are refused with a notice rather than queued. */
const MAX_IN_FLIGHT = 150;

const textsFor = ({ locale }: UserRequest): Translate => translatorFor(locale);

/** Converts the request to a requester. */
const toRequester = ({ tenantKey: place, scope, locale }: UserRequest, id: string): Requester => ({
  ...{ id, tenantKey: place },
  ...(scope && { scope }),
  ...(locale && { locale }),
});

/** Handles all requests in the same way, from the acknowledgement to the answer or error report. */
export class Responder {
  readonly #needs: ResponderDeps;
  /** Buttons whose answer is being posted to a channel: a second press is ignored. */
  readonly #sharing = new Set<string>();
  /** The number of acknowledged, unanswered requests per tenant. */
  readonly #pending = new Map<string, number>();

  constructor(needs: ResponderDeps) {
    this.#needs = needs;
  }

  /** Resolves when the request is answered; never rejects. */
  async respond(request: UserRequest): Promise<void> {
    const { requests } = this.#needs;
    if (requests.seen(request.key)) return;
    await requests.handle({
      source: request.source,
      answer: async (id) => {
        try {
          return await this.#take(request, id);
        } catch (error) {
          if (!(error instanceof DiscordApiError)) throw error;
          // The acknowledgement failed too, so the error cannot be shown to the user.
          return { outcome: await this.#refused(error, { ...request, reportError: async () => {} }, id) };
        }
      },
      reportError: async (text) => {
        const reply = sentenceReply(textsFor(request).message(text));
        await callApi(() => request.reportError(notice(reply)));
      },
    });
  }

  async #take(request: UserRequest, id: string): Promise<RequestResult> {
    const { isOpen, outgoing } = this.#needs;
    const { tenantKey: place, queueKey } = request;
    const before = this.#pending.get(place) ?? 0;
    if (!isOpen() || before >= MAX_IN_FLIGHT || outgoing.isFull(queueKey)) {
      const words = textsFor(request)(isOpen() ? 'error.busy' : 'chat.restarting');
      await callApi(() => request.rejectBusy(notice(sentenceReply(words))));
      return { outcome: 'busy' };
    }
    this.#pending.set(place, before + 1);
    try {
      return await this.#acknowledge(request, id);
    } finally {
      const after = (this.#pending.get(place) ?? 1) - 1;
      if (after > 0) this.#pending.set(place, after);
      else this.#pending.delete(place);
    }
  }

  async #acknowledge(request: UserRequest, id: string): Promise<RequestResult> {
    const key = request.share?.key;
    if (key === undefined) {
      await callApi(() => request.acknowledge());
      return this.#answer(request, id);
    }
    const isOnItsWay = this.#sharing.has(key);
    this.#sharing.add(key);
    try {
      await callApi(() => request.acknowledge());
      return isOnItsWay ? { outcome: 'answered' } : await this.#answer(request, id);
    } finally {
      if (!isOnItsWay) this.#sharing.delete(key);
    }
  }

  async #answer(request: UserRequest, id: string): Promise<RequestResult> {
    const answer = await request.ask(toRequester(request, id));
    const command = answer.invocation?.command;
    try {
      await this.#deliver(request, answer, id);
      return { outcome: answer.outcome, command };
    } catch (error) {
      if (!(error instanceof DiscordApiError)) throw error;
      return { outcome: await this.#refused(error, request, id), command };
    }
  }

  /** Posts to the channel first if the answer is shared, then replies to the user. */
  async #deliver(request: UserRequest, answer: Answer, id: string): Promise<void> {
    const { host, outgoing } = this.#needs;
    const { rewriteCommands } = this.#needs;
    const style: AnswerStyle = { commands: host.commands, part: request.part, rewriteCommands };
    const share = answer.outcome === 'answered' ? request.share : undefined;
    if (share) {
      if (!share.isAllowed) throw new UserError(message('chat.notAllowedToSend'));
      const isPublic = await sendAnswer({
        ...{ answer, id, logger: host.logger },
        draw: (content, plain) => sharedAnswer(content, { ...style, plain }, share.userId),
        send: (message) => outgoing.send(share.queueKey, 'answer', () => callApi(() => share.post(message))),
      });
      if (!isPublic) throw new UserError(message('chat.notPublic', { platform: PLATFORM }));
    }
    // The earlier answer stays in place; the error is shown separately.
    const respond = answer.outcome === 'answered' ? request.respond : request.reportError;
    await sendAnswer({
      ...{ answer, id, logger: host.logger },
      draw: (content, plain) =>
        share ? sharedConfirmation(content) : privateAnswer(content, { ...style, plain }, request.shareable),
      send: (copy) => outgoing.send(request.queueKey, 'answer', () => callApi(() => respond(copy))),
    });
  }

  /** Logs the cause, and shows the user the solution. */
  async #refused(refusal: DiscordApiError, request: UserRequest, id: string): Promise<RequestResult['outcome']> {
    const { host, invite, onRevoked } = this.#needs;
    const { outcome, log: says, reply } = reportFor(refusal, { id, invite: invite(), t: textsFor(request) });
    const log = (what: string, { details }: DiscordApiError): void =>
      host.logger.error(what, { platform: PLATFORM, id, source: request.source, ...details });
    log(says, refusal);
    if (refusal.kind === 'tokenRevoked') onRevoked(TOKEN_REVOKED);
    if (reply && !(refusal.kind === 'routeClosed' && request.queueKey.channel !== undefined)) {
      await callApi(() => request.reportError(notice(sentenceReply(...reply)))).catch((again) =>
        log('the user could not be notified', again),
      );
    }
    return outcome;
  }
}
