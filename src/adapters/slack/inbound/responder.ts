import { whyUnsent, withFilesAsText } from '#chat/file-blocks';
import { errorKind } from '#chat/platform-error';
import type { RequestHandler, RequestResult } from '#chat/request-handler';
import type { Requester } from '#core/access/requester';
import type { Invocation } from '#core/commands/invocation';
import { UserError } from '#core/errors';
import { inEnglish, message, type RenameCommands, type Translate, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Answer } from '#core/ports';
import { isPrivate } from '#core/reply';
import { SlackApiError } from '../api/errors.ts';
import { sendBlocks } from '../api/refused-blocks.ts';
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
import { PLATFORM } from '../tenant.ts';
import { type Permissions, toRequester } from './permissions.ts';
import type { FindLocale } from './user-locale.ts';

/** A request of a user, independent of its source. */
export interface UserRequest {
  /** `command`, `button`, `select`, `modal`, `shortcut`, `mention`, `message`: for the log. */
  readonly source: string;
  readonly caller: Caller;
  /** The part of a long answer, from 1. */
  readonly part?: number;
  ask(asker: Requester): Answer | Promise<Answer>;
  /** Shows the answer in the form; resolves to false if it must be sent as a message. */
  respondInForm?(answer: Answer): Promise<boolean>;
  /** Set if the answer is to be posted to the channel: the same for two presses of one button. */
  readonly share?: string;
}

/** Answers all requests in the same way. None of its methods rejects. */
export interface Responder {
  answer(request: UserRequest): Promise<void>;
  /** Opens the form for a command, or explains why it cannot. */
  form(caller: Caller, invocation: Invocation): Promise<void>;
  /** Handles any other request of a user; `source` is for the log. */
  handle(source: string, caller: Caller, serve: (id: string) => Promise<RequestResult>): Promise<void>;
  /** Whether the queue is too full to start a request for this caller. */
  isFull(caller: Caller): boolean;
  /** Reports that the queue is full, bypassing it. */
  rejectBusy(source: string, caller: Caller): Promise<void>;
}

interface ResponderDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'logger'>;
  readonly requests: RequestHandler;
  readonly sender: Sender;
  /** Finds the scope of a user; undefined for a user outside their own workspace. */
  readonly permissions: Permissions;
  readonly findLocale: FindLocale;
  readonly isFull: (workspace: string) => boolean;
  /** How commands are called in Slack. */
  readonly renameCommands: RenameCommands;
  readonly uploadFiles: UploadFiles;
  /** Whether a user may post where the request came from. */
  readonly mayPost: (caller: Caller) => Promise<boolean>;
  /** Opens the form; resolves to false if the trigger has expired. */
  readonly openForm: (caller: Caller, invocation: Invocation) => Promise<boolean>;
}

/** Used before the language of the user is known. */
export const BUSY = inEnglish('error.busy');

export function makeResponder({
  host,
  requests,
  sender,
  permissions,
  findLocale,
  isFull,
  renameCommands,
  uploadFiles,
  mayPost,
  openForm,
}: ResponderDeps): Responder {
  /** Buttons whose answer is being posted to a channel: a second press is ignored. */
  const sharing = new Set<string>();

  /** The app's texts in the language of a user. */
  const texts = async (caller: Caller): Promise<Translate> => translatorFor(await findLocale(caller), renameCommands);

  const take = async (request: UserRequest, id: string): Promise<RequestResult> => {
    const { caller, part = 1, share } = request;
    if (share !== undefined && sharing.has(share)) return { outcome: 'answered' };
    const locale = await findLocale(caller);
    const given = await request.ask({
      ...toRequester(caller, id, permissions),
      renameCommands,
      ...(locale && { locale }),
    });
    const t = translatorFor(given.language);
    const answer = { ...given, reply: await uploadFiles(given.reply, caller, t) };
    const command = answer.invocation?.command ?? answer.incomplete?.command;
    if (await request.respondInForm?.(answer)) return { outcome: answer.outcome, command };
    if (answer.incomplete && (await openForm(caller, answer.incomplete))) return { outcome: 'answered', command };
    const style: AnswerStyle = { commands: host.commands, part };
    const isShared = share !== undefined && answer.outcome === 'answered';
    try {
      if (isShared) await post(share, caller, answer, style, id);
      // The earlier answer stays in place; the error is shown separately.
      const where = answer.outcome === 'answered' ? caller : withoutReplace(caller);
      const shareable = !isDirectConversation(caller) && !isPrivate(given.reply);
      await sendBlocks({
        ...{ logger: host.logger, id },
        draw: (plain) =>
          isShared
            ? sharedConfirmation(answer)
            : privateAnswer(plain ? withoutPictures(answer) : answer, { ...style, plain }, shareable),
        send: (message) => sender.reply(where, message, t),
      });
      return { outcome: answer.outcome, command };
    } catch (error) {
      return { outcome: await refused(error, caller, id), command };
    }
  };

  const post = async (share: string, caller: Caller, answer: Answer, style: AnswerStyle, id: string): Promise<void> => {
    sharing.add(share);
    try {
      if (!(await mayPost(caller))) throw new UserError(message('chat.notAllowed'));
      await sendBlocks({
        ...{ logger: host.logger, id },
        draw: (plain) => sharedAnswer(plain ? withoutPictures(answer) : answer, { ...style, plain }, caller.user),
        send: (message) => sender.share(caller, message),
      });
    } finally {
      sharing.delete(share);
    }
  };

  /** Handles a message rejected by Slack: the cause is logged, the requester gets the ID as plain text. */
  const refused = async (error: unknown, caller: Caller, id: string): Promise<'refused'> => {
    if (!(error instanceof SlackApiError)) throw error;
    const { method, reason } = error;
    host.logger.error('Slack rejected an answer', { platform: PLATFORM, id, method, reason });
    const meaning = errorKind(error);
    // All routes have been tried already, or no token opens any.
    if (meaning === 'routeClosed' || meaning === 'tokenRevoked') return 'refused';
    const text = (await texts(caller))('chat.notTaken', { platform: PLATFORM, id });
    const words = { text, blocks: [] };
    // If plain text is rejected too, the log already contains the error.
    await sender.replyBestEffort(withoutReplace(caller), words).catch(() => {});
    return 'refused';
  };

  const handle: Responder['handle'] = (source, caller, serve) =>
    requests.handle({
      source: source,
      answer: serve,
      reportError: async (text) => {
        const t = await texts(caller);
        return sender.reply(withoutReplace(caller), sentenceNotice(t.message(text)), t);
      },
    });

  return {
    handle,
    answer: (request) => handle(request.source, request.caller, (id) => take(request, id)),
    form: (caller, invocation) =>
      handle('button', caller, async () => {
        if (!(await openForm(caller, invocation))) {
          const t = await texts(caller);
          await sender.reply(withoutReplace(caller), sentenceNotice(t('chat.expired')), t);
        }
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

/** The answer with text in place of its pictures, if Slack does not show them. */
function withoutPictures(answer: Answer): Answer {
  const picture = answer.reply.blocks.find((block) => block.type === 'file');
  if (!picture) return answer;
  const why = whyUnsent(picture, 'invalid_blocks', translatorFor(answer.language));
  return { ...answer, reply: withFilesAsText(answer.reply, why) };
}

/** Errors are shown separately from an earlier answer, which is kept. */
const withoutReplace = (caller: Caller): Caller => ({
  ...caller,
  routes: caller.routes.map((route) => (route.kind === 'url' ? { ...route, replace: false } : route)),
});
