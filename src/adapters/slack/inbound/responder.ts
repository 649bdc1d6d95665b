import { errorKind } from '#chat/platform-error';
import type { RequestHandler, RequestResult } from '#chat/request-handler';
import type { Requester } from '#core/access/requester';
import type { Invocation } from '#core/commands/invocation';
import { UserError } from '#core/errors';
import { inEnglish, message, type Translate, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Answer } from '#core/ports';
import { isPrivate } from '#core/reply';
import { SlackApiError } from '../api/errors.ts';
import type { Sender } from '../api/send.ts';
import type { UploadFiles } from '../api/upload.ts';
import { type Caller, isDirectConversation, workspaceOf } from '../caller.ts';
import {
  type AnswerStyle,
  privateAnswer,
  sentenceNotice,
  sharedAnswer,
  sharedConfirmation,
} from '../render/answers.ts';
import type { RewriteCommands } from '../render/rewrite-commands.ts';
import { PLATFORM } from '../tenant.ts';
import { type Permissions, toRequester } from './permissions.ts';
import type { FindLocale } from './user-locale.ts';

/** One question as it came, whichever way. */
export interface UserRequest {
  /** `command`, `button`, `select`, `modal`, `shortcut`, `mention`, `message`: for the log. */
  readonly source: string;
  readonly caller: Caller;
  /** Which part of a long answer, from 1. */
  readonly part?: number;
  ask(asker: Requester): Answer | Promise<Answer>;
  /** Tells the answer in a way of its own; false where it is to be sent. */
  respondInForm?(answer: Answer): Promise<boolean>;
  /** Where the answer is to be posted to the channel: the same for two presses of one button. */
  readonly share?: string;
}

/** Answers all questions in the same way. None of its methods rejects. */
export interface Responder {
  answer(request: UserRequest): Promise<void>;
  /** Opens the form for a command, or says why not. */
  form(caller: Caller, invocation: Invocation): Promise<void>;
  /** Handles any other request of a user; `source` is for the log. */
  handle(source: string, caller: Caller, serve: (id: string) => Promise<RequestResult>): Promise<void>;
  /** So much waits that nothing can be begun for this caller. */
  isFull(caller: Caller): boolean;
  /** Says so, past everything that waits. */
  rejectBusy(source: string, caller: Caller): Promise<void>;
}

interface ResponderDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'logger'>;
  readonly requests: RequestHandler;
  readonly sender: Sender;
  /** Where they sit; undefined where that is in no workspace. */
  readonly permissions: Permissions;
  readonly findLocale: FindLocale;
  readonly isFull: (workspace: string) => boolean;
  readonly rewriteCommands: RewriteCommands;
  /** Whether a user may post where the request came from. */
  readonly uploadFiles: UploadFiles;
  readonly mayPost: (caller: Caller) => Promise<boolean>;
  /** Opens the form; false where it is too late for one. */
  readonly openForm: (caller: Caller, invocation: Invocation) => Promise<boolean>;
}

/** Said before a language can be asked for. */
export const BUSY = inEnglish('error.busy');

export function makeResponder({
  host,
  requests,
  sender,
  permissions,
  findLocale,
  isFull,
  rewriteCommands,
  uploadFiles,
  mayPost,
  openForm,
}: ResponderDeps): Responder {
  /** Buttons whose answer is on its way to a channel: a second press has nothing more to do. */
  const sharing = new Set<string>();

  /** Our own words in the language of a user. */
  const texts = async (caller: Caller): Promise<Translate> => translatorFor(await findLocale(caller));

  const take = async (request: UserRequest, id: string): Promise<RequestResult> => {
    const { caller, part = 1, share } = request;
    if (share !== undefined && sharing.has(share)) return { outcome: 'answered' };
    const locale = await findLocale(caller);
    const given = await request.ask({ ...toRequester(caller, id, permissions), ...(locale && { locale }) });
    const answer = { ...given, reply: await uploadFiles(given.reply, caller, translatorFor(given.language)) };
    const command = answer.invocation?.command ?? answer.incomplete?.command;
    if (await request.respondInForm?.(answer)) return { outcome: answer.outcome, command };
    if (answer.incomplete && (await openForm(caller, answer.incomplete))) return { outcome: 'answered', command };
    const style: AnswerStyle = { commands: host.commands, part, rewriteCommands };
    const isShared = share !== undefined && answer.outcome === 'answered';
    try {
      if (isShared) await post(share, caller, answer, style);
      // The earlier answer stays in place; the error is shown separately.
      const where = answer.outcome === 'answered' ? caller : withoutReplace(caller);
      await sender.reply(
        where,
        isShared
          ? sharedConfirmation(answer)
          : privateAnswer(answer, style, !isDirectConversation(caller) && !isPrivate(given.reply)),
        translatorFor(answer.language),
      );
      return { outcome: answer.outcome, command };
    } catch (error) {
      return { outcome: await refused(error, caller, id), command };
    }
  };

  const post = async (share: string, caller: Caller, answer: Answer, style: AnswerStyle): Promise<void> => {
    sharing.add(share);
    try {
      if (!(await mayPost(caller))) throw new UserError(message('chat.notAllowed'));
      await sender.share(caller, sharedAnswer(answer, style, caller.user));
    } finally {
      sharing.delete(share);
    }
  };

  /** Slack does not take what we wrote: the log gets the cause, the asker the id, in words alone. */
  const refused = async (error: unknown, caller: Caller, id: string): Promise<'refused'> => {
    if (!(error instanceof SlackApiError)) throw error;
    const { method, reason } = error;
    host.logger.error('Slack did not take an answer', { platform: PLATFORM, id, method, reason });
    const meaning = errorKind(error);
    // Every way has been tried already, or no token opens any.
    if (meaning === 'routeClosed' || meaning === 'tokenRevoked') return 'refused';
    const text = (await texts(caller))('chat.notTaken', { platform: PLATFORM, id });
    const words = { text, blocks: [] };
    // Where words are not taken either, the log has said all there is.
    await sender.replyBestEffort(withoutReplace(caller), words).catch(() => {});
    return 'refused';
  };

  const handle: Responder['handle'] = (source, caller, serve) =>
    requests.handle({
      source: source,
      answer: serve,
      reportError: async (text) =>
        sender.reply(withoutReplace(caller), sentenceNotice((await texts(caller)).message(text))),
    });

  return {
    handle,
    answer: (request) => handle(request.source, request.caller, (id) => take(request, id)),
    form: (caller, invocation) =>
      handle('button', caller, async () => {
        if (!(await openForm(caller, invocation)))
          await sender.reply(withoutReplace(caller), sentenceNotice((await texts(caller))('chat.expired')));
        return { outcome: 'answered', command: invocation.command };
      }),
    isFull: ({ source }) => isFull(workspaceOf(source)),
    rejectBusy: (source, caller) =>
      handle(source, caller, async () => {
        await sender.replyUnqueued(caller, { text: BUSY, blocks: [] });
        return { outcome: 'busy' };
      }),
  };
}

/** What went wrong is said beside an earlier answer, which stays as it is. */
const withoutReplace = (caller: Caller): Caller => ({
  ...caller,
  routes: caller.routes.map((route) => (route.kind === 'url' ? { ...route, replace: false } : route)),
});
