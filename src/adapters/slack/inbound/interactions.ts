import type { AckFn, App, BlockAction, MessageShortcut, SlashCommand, ViewResponseAction } from '@slack/bolt';
import { type ButtonToken, decodeToken } from '#chat/button-token';
import type { RequestHandler } from '#chat/request-handler';
import type { AdapterHost } from '#core/platform';
import type { Dispatcher, Question } from '#core/ports';
import { type ActionPayload, readActionId } from '../render/action-ids.ts';
import type { AttachmentReader } from './attachment-reader.ts';
import { actionCaller, type BoltArgs, commandCaller, formCaller, shortcutCaller } from './callers.ts';
import { withChannelIds } from './channel-args.ts';
import { makeFormResponder } from './form-errors.ts';
import type { Forms } from './forms.ts';
import { BUSY, type Responder } from './responder.ts';
import { unescapeLine } from './unescape.ts';

export interface InteractionsDeps {
  readonly host: Pick<AdapterHost, 'commands'>;
  readonly dispatcher: Dispatcher;
  readonly responder: Responder;
  readonly requests: RequestHandler;
  readonly forms: Forms;
  readonly reader: AttachmentReader;
  /** The beginning of the line that each slash command stands for. */
  readonly names: ReadonlyMap<string, string>;
  /** The names of the options that take a channel. */
  readonly channelOptions: ReadonlySet<string>;
}

/** Registers the handlers of commands, buttons, menus, forms and shortcuts. Each request is acknowledged first. */
export function registerInteractions(app: App, needs: InteractionsDeps): void {
  const { responder, requests } = needs;
  const isNew = (trigger: string | undefined): boolean => trigger === undefined || !requests.seen(trigger);

  app.command(/(?:)/, async ({ command, ack, ...more }) => {
    const caller = commandCaller(command, more);
    if (!isNew(command.trigger_id)) return ack();
    if (responder.isFull(caller)) {
      await ack({ response_type: 'ephemeral', text: BUSY });
      return responder.handle('command', caller, async () => ({ outcome: 'busy' }));
    }
    await ack();
    await responder.answer({
      source: 'command',
      caller,
      ask: (asker) => needs.dispatcher.dispatch(lineOf(command, needs), asker),
    });
  });

  app.action<BlockAction>({ type: 'block_actions' }, async ({ body, ack, ...more }) => {
    await ack();
    if (isNew(body.trigger_id) && body.view?.type !== 'modal') await handlePress(body, more, needs);
  });

  app.view({ type: 'view_submission' }, async ({ body, ack, ...more }) => {
    const sent = needs.forms.read(body.view, body.user.id);
    const caller = formCaller(body, sent.origin, more);
    if (!isNew('trigger_id' in body ? body.trigger_id : undefined)) return ack();
    if (responder.isFull(caller)) {
      await ack();
      return responder.rejectBusy('modal', caller);
    }
    const reply = makeFormResponder(body.view, ack as AckFn<ViewResponseAction>);
    await responder.answer({
      source: 'modal',
      caller,
      ask: (asker) => needs.dispatcher.dispatch(sent.question, asker),
      // Forms of earlier versions have no fields for errors: their answers are sent as messages.
      ...(sent.question.kind === 'call' ? { respondInForm: reply.tell } : {}),
    });
    await reply.end();
  });

  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ body, ack, ...more }) => {
    await ack({ options: [...needs.forms.complete(body, more)] });
  });

  app.shortcut<MessageShortcut>({ type: 'message_action' }, async ({ body, ack, ...more }) => {
    await ack();
    const caller = shortcutCaller(body, more);
    if (!isNew(body.trigger_id)) return;
    if (responder.isFull(caller)) return responder.rejectBusy('shortcut', caller);
    await responder.answer({
      source: 'shortcut',
      caller,
      ask: (asker) => needs.reader.read(body.message ?? {}, caller, asker, more.context.botToken ?? ''),
    });
  });
}

/** Converts a slash command to a typed line. An unknown name is kept, and the dispatcher reports it. */
function lineOf({ command, text, ...here }: SlashCommand, { names, channelOptions }: InteractionsDeps): Question {
  const name = names.get(command) ?? command;
  const said = withChannelIds(text ?? '', channelOptions, { id: here.channel_id, name: here.channel_name });
  return { kind: 'line', text: `${name} ${unescapeLine(said)}`.trim() };
}

async function handlePress(body: BlockAction, more: BoltArgs, needs: InteractionsDeps): Promise<void> {
  const { responder, host, dispatcher } = needs;
  const caller = actionCaller(body, more);
  const [action] = body.actions;
  const token = decodeToken(readActionId(action as Partial<ActionPayload>) ?? '', host.commands);
  const source = token?.action === 'select' ? 'select' : 'button';
  if (responder.isFull(caller)) return responder.rejectBusy(source, caller);
  if (token?.action === 'form') return responder.form(caller, token.invocation);
  const share = token?.action === 'share' ? { share: `${caller.user} ${JSON.stringify(body.container)}` } : {};
  const question = pressQuestion(token, action as SelectedAction);
  await responder.answer({
    source: source,
    caller,
    part: token?.part ?? 1,
    ...share,
    ask: (asker) => dispatcher.dispatch(question, asker),
  });
}

/** The chosen entry of a menu. */
interface SelectedAction {
  readonly selected_option?: { readonly value?: string } | null;
}

/** Converts a token to a question. Unknown and outdated tokens are reported by the dispatcher, with new buttons. */
function pressQuestion(token: ButtonToken | undefined, { selected_option }: SelectedAction): Question {
  if (!token) return { kind: 'component', command: '', options: {} };
  const { command, options } = token.invocation;
  const chosen = token.action === 'select' && token.option !== undefined ? selected_option?.value : undefined;
  return { kind: 'component', command, options: { ...options, ...(chosen && { [token.option as string]: chosen }) } };
}
