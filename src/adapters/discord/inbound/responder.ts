import { BusyError, type Outgoing } from '#chat/queue/request-queue';
import type { Reception, Result } from '#chat/request-handler';
import type { House } from '#core/platform';
import type { Answer } from '#core/ports';
import type { Reply, RichText } from '#core/reply';
import type { Asker } from '#core/requester';
import { calling, REVOKED, Refusal, verdictOn } from '../api/errors.ts';
import { note, ownCopy, type Style, sharedCopy, sharedLetter } from '../render/answers.ts';
import type { Inquiry } from './request.ts';

interface Needs {
  readonly house: Pick<House, 'commands' | 'logger'>;
  readonly reception: Reception;
  readonly outgoing: Outgoing;
  /** Whether questions are still taken. */
  readonly isOpen: () => boolean;
  /** Discord no longer knows the bot. */
  readonly onRevoked: (reason: string) => void;
  /** The link by which the bot is invited with the permissions that it needs. */
  readonly invite: () => string;
}

const said = (text: RichText): Reply => ({ visibility: 'asker', blocks: [{ type: 'paragraph', text }] });
/** Questions of one place that are answered at once: whoever comes next is told so, rather than made to wait. */
const MOST_UNDER_WAY = 150;

const STOPPING = 'Onrecord is restarting: try again in a minute.';

/** Who asks. */
const askerOf = ({ place, seat }: Inquiry, id: string): Asker => ({ id, place, ...(seat && { seat }) });

/** Takes every question the same way, from its acknowledgement to its answer or to what went wrong. */
export class Receiver {
  readonly #needs: Needs;
  /** Buttons whose answer is on its way to a channel: a second press has nothing more to do. */
  readonly #sharing = new Set<string>();
  /** By place: how many questions are acknowledged and not answered yet. */
  readonly #underWay = new Map<string, number>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Resolves when all has been said; never rejects. */
  async receive(inquiry: Inquiry): Promise<void> {
    const { reception } = this.#needs;
    if (reception.seen(inquiry.key)) return;
    await reception.attend({
      way: inquiry.way,
      answer: async (id) => {
        try {
          return await this.#take(inquiry, id);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          // Not even acknowledged: there is no way to tell anybody.
          return { outcome: await this.#refused(error, { ...inquiry, tell: async () => {} }, id) };
        }
      },
      excuse: async (reply) => {
        await calling(() => inquiry.tell(note(reply)));
      },
    });
  }

  async #take(inquiry: Inquiry, id: string): Promise<Result> {
    const { isOpen, outgoing } = this.#needs;
    const { place, lane } = inquiry;
    const before = this.#underWay.get(place) ?? 0;
    if (!isOpen() || before >= MOST_UNDER_WAY || outgoing.isFull(lane)) {
      const words = isOpen() ? new BusyError().message : STOPPING;
      await calling(() => inquiry.turnAway(note(said([words]))));
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

  async #acknowledge(inquiry: Inquiry, id: string): Promise<Result> {
    const key = inquiry.share?.key;
    if (key === undefined) {
      await calling(() => inquiry.acknowledge());
      return this.#answer(inquiry, id);
    }
    const isOnItsWay = this.#sharing.has(key);
    this.#sharing.add(key);
    try {
      await calling(() => inquiry.acknowledge());
      return isOnItsWay ? { outcome: 'answered' } : await this.#answer(inquiry, id);
    } finally {
      if (!isOnItsWay) this.#sharing.delete(key);
    }
  }

  async #answer(inquiry: Inquiry, id: string): Promise<Result> {
    const answer = await inquiry.ask(askerOf(inquiry, id));
    const command = answer.invocation?.command;
    try {
      await this.#deliver(inquiry, answer);
      return { outcome: answer.outcome, command };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { outcome: await this.#refused(error, inquiry, id), command };
    }
  }

  /** To the channel first, where it is shared; then to the asker. */
  async #deliver(inquiry: Inquiry, answer: Answer): Promise<void> {
    const { house, outgoing } = this.#needs;
    const style: Style = { commands: house.commands, part: inquiry.part };
    const share = answer.outcome === 'answered' ? inquiry.share : undefined;
    if (share) {
      const letter = sharedLetter(answer, style, share.userId);
      await outgoing.send(share.lane, 'answer', () => calling(() => share.post(letter)));
    }
    const copy = share ? sharedCopy(answer, style) : ownCopy(answer, style, inquiry.shareable);
    // What was read stays where it is: what has gone wrong is told beside it.
    const way = answer.outcome === 'answered' ? inquiry.deliver : inquiry.tell;
    await outgoing.send(inquiry.lane, 'answer', () => calling(() => way(copy)));
  }

  /** The log gets the cause, and the asker what they can know or do. */
  async #refused(refusal: Refusal, inquiry: Inquiry, id: string): Promise<Result['outcome']> {
    const { house, invite, onRevoked } = this.#needs;
    const { outcome, says, tell, closed, lost } = verdictOn(refusal, { id, invite: invite() });
    const log = (what: string, { facts }: Refusal): void =>
      house.logger.error(what, { platform: 'Discord', id, way: inquiry.way, ...facts });
    log(says, refusal);
    if (lost) onRevoked(REVOKED);
    if (tell && !(closed && inquiry.lane.channel !== undefined)) {
      await calling(() => inquiry.tell(note(said(tell)))).catch((again) => log('the asker could not be told', again));
    }
    return outcome;
  }
}
