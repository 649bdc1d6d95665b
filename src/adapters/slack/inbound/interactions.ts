import type { AckFn, App, BlockAction, MessageShortcut, SlashCommand, ViewResponseAction } from '@slack/bolt';
import { decodeToken, type Token } from '#chat/button-token';
import type { Reception } from '#chat/request-handler';
import type { House } from '#core/platform';
import type { Desk, Question } from '#core/ports';
import { readActionId, type Used } from '../render/action-ids.ts';
import type { Reader } from './attachment-reader.ts';
import { actionCaller, commandCaller, formCaller, shortcutCaller, type With } from './callers.ts';
import { withChannelIds } from './channel-args.ts';
import { replyTo } from './form-errors.ts';
import type { Forms } from './forms.ts';
import { BUSY, type Counter } from './responder.ts';
import { typed } from './unescape.ts';

export interface Needs {
  readonly house: Pick<House, 'commands'>;
  readonly desk: Desk;
  readonly counter: Counter;
  readonly reception: Reception;
  readonly forms: Forms;
  readonly reader: Reader;
  /** What each slash command stands for at the beginning of a line. */
  readonly names: ReadonlyMap<string, string>;
  /** What the options that take a channel are called. */
  readonly channelOptions: ReadonlySet<string>;
}

/** Everything that people use: commands, buttons, menus, forms, entries of a message’s menu. Each is acknowledged first. */
export function receiveUses(app: App, needs: Needs): void {
  const { counter, reception } = needs;
  const isNew = (trigger: string | undefined): boolean => trigger === undefined || !reception.seen(trigger);

  app.command(/(?:)/, async ({ command, ack, ...more }) => {
    const caller = commandCaller(command, more);
    if (!isNew(command.trigger_id)) return ack();
    if (counter.isFull(caller)) {
      await ack({ response_type: 'ephemeral', text: BUSY });
      return counter.attend('command', caller, async () => ({ outcome: 'busy' }));
    }
    await ack();
    await counter.answer({ way: 'command', caller, ask: (asker) => needs.desk.ask(lineOf(command, needs), asker) });
  });

  app.action<BlockAction>({ type: 'block_actions' }, async ({ body, ack, ...more }) => {
    await ack();
    if (isNew(body.trigger_id) && body.view?.type !== 'modal') await press(body, more, needs);
  });

  app.view({ type: 'view_submission' }, async ({ body, ack, ...more }) => {
    const sent = needs.forms.read(body.view, body.user.id);
    const caller = formCaller(body, sent.origin, more);
    if (!isNew('trigger_id' in body ? body.trigger_id : undefined)) return ack();
    if (counter.isFull(caller)) {
      await ack();
      return counter.turnAway('modal', caller);
    }
    const reply = replyTo(body.view, ack as AckFn<ViewResponseAction>);
    await counter.answer({
      way: 'modal',
      caller,
      ask: (asker) => needs.desk.ask(sent.question, asker),
      // A form that we no longer make has no fields to mend: its answer leads on.
      ...(sent.question.kind === 'call' ? { tell: reply.tell } : {}),
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
    if (counter.isFull(caller)) return counter.turnAway('shortcut', caller);
    await counter.answer({
      way: 'shortcut',
      caller,
      ask: (asker) => needs.reader.read(body.message ?? {}, caller, asker, more.context.botToken ?? ''),
    });
  });
}

/** What was typed, as the line of a terminal. A name that we do not know stays in it, and the desk says so. */
function lineOf({ command, text, ...here }: SlashCommand, { names, channelOptions }: Needs): Question {
  const name = names.get(command) ?? command;
  const said = withChannelIds(text ?? '', channelOptions, { id: here.channel_id, name: here.channel_name });
  return { kind: 'line', line: `${name} ${typed(said)}`.trim() };
}

async function press(body: BlockAction, more: With, needs: Needs): Promise<void> {
  const { counter, house, desk } = needs;
  const caller = actionCaller(body, more);
  const [action] = body.actions;
  const token = decodeToken(readActionId(action as Partial<Used>) ?? '', house.commands);
  const way = token?.verb === 'pick' ? 'select' : 'button';
  if (counter.isFull(caller)) return counter.turnAway(way, caller);
  if (token?.verb === 'form') return counter.form(caller, token.invocation);
  const share = token?.verb === 'share' ? { share: `${caller.user} ${JSON.stringify(body.container)}` } : {};
  const question = pressed(token, action as Chosen);
  await counter.answer({ way, caller, part: token?.part ?? 1, ...share, ask: (asker) => desk.ask(question, asker) });
}

/** What was chosen from a menu. */
interface Chosen {
  readonly selected_option?: { readonly value?: string } | null;
}

/** What we did not make, or no longer make, leads nowhere: the desk says so, with new buttons. */
function pressed(token: Token | undefined, { selected_option }: Chosen): Question {
  if (!token) return { kind: 'press', command: '', options: {} };
  const { command, options } = token.invocation;
  const chosen = token.verb === 'pick' && token.option !== undefined ? selected_option?.value : undefined;
  return { kind: 'press', command, options: { ...options, ...(chosen && { [token.option as string]: chosen }) } };
}
