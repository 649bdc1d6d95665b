import type { BlockSuggestion, types } from '@slack/bolt';
import type { Invocation } from '#core/commands/invocation';
import { type RenameCommands, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Dispatcher, Question } from '#core/ports';
import type { Sender } from '../api/send.ts';
import type { Caller, Route } from '../caller.ts';
import { isDirect } from '../tenant.ts';
import { type BoltArgs, callerOf, type Origin } from './callers.ts';
import { type FormValues, formFor, optionsFor, readFillId, readForm, readFormId } from './modal.ts';
import { type Permissions, toRequester } from './permissions.ts';
import type { FindLocale } from './user-locale.ts';

/** A form as Slack sends it. */
interface View {
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly state?: { readonly values: FormValues };
}

/** The forms that ask for missing arguments, from opening to submission. */
export interface Forms {
  /** Opens a form; resolves to false if the trigger has expired or there is none. */
  open(caller: Caller, invocation: Invocation): Promise<boolean>;
  /** The submitted question, and where the form was opened; if unknown, only the direct route to the user. */
  read(view: View, user: string): { readonly question: Question; readonly origin: Origin };
  /** The choices that match the text typed into one of the fields. */
  complete(body: BlockSuggestion, more: BoltArgs): readonly types.PlainTextOption[];
}

interface FormsDeps {
  readonly dispatcher: Dispatcher;
  readonly sender: Sender;
  readonly permissions: Permissions;
  readonly findLocale: FindLocale;
  readonly renameCommands: RenameCommands;
  readonly host: Pick<AdapterHost, 'commands' | 'translations' | 'newId'>;
}

export function makeForms({ dispatcher, sender, permissions, findLocale, renameCommands, host }: FormsDeps): Forms {
  const { commands, translations, newId } = host;
  return {
    async open(caller, { command: name, options }) {
      const command = commands.find((command) => command.name === name);
      if (!command) return false;
      const locale = await findLocale(caller);
      const asker = { ...toRequester(caller, newId(), permissions), ...(locale && { locale }) };
      const labels = await dispatcher.labelsOf({ command: name, options }, asker);
      const t = translatorFor(locale, renameCommands);
      const translation = translations[t.language];
      return sender.openModal(caller, {
        ...formFor(command, options, { metadata: packOrigin(caller), labels, t, translation }),
      });
    },
    read({ callback_id, private_metadata, state }, user) {
      const origin = unpackOrigin(private_metadata ?? '', user);
      const command = readFormId(callback_id ?? '');
      const question: Question =
        command === undefined
          ? { kind: 'component', command: '', options: {} }
          : { kind: 'call', command, options: readForm(state?.values) };
      return { question, origin };
    },
    complete(body, more) {
      const fill = readFillId(body.action_id);
      if (!fill) return [];
      const option = commands
        .find(({ name }) => name === fill.command)
        ?.options.find(({ name }) => name === fill.option);
      const who = callerOf(body, more);
      const origin = unpackOrigin(body.view?.private_metadata ?? '', who.user);
      const asker = toRequester({ ...who, ...origin }, newId(), permissions);
      const given = readForm(body.view?.state?.values as FormValues | undefined);
      return optionsFor(dispatcher.complete(fill.command, fill.option, body.value ?? '', given, asker), option);
    },
  };
}

/** Where a form was opened, as text that Slack returns with the form. */
const packOrigin = ({ channel, thread, routes }: Caller): string =>
  JSON.stringify({ channel, thread, routes } satisfies Origin);

/**
 * Parses the metadata. Slack stores it, so it is unmodified; but a form may have been opened before the process was
 * restarted. The last route is always the direct one to the user who submitted the form.
 */
function unpackOrigin(metadata: string, user: string): Origin {
  const self = { kind: 'direct', channel: user } as const;
  try {
    const { channel, thread, routes } = JSON.parse(metadata) as Origin;
    const known = routes.filter((route) => isRouteTo(route, user));
    const isThere = known.some((route) => route.kind === 'direct' && route.channel === user);
    return { ...channelOf({ channel, thread }), routes: isThere ? known : [...known, self] };
  } catch {
    return { routes: [self] };
  }
}

/** Whether the value is a valid route to this user. */
function isRouteTo(route: Route, user: string): boolean {
  if (route?.kind === 'url') return typeof route.url === 'string';
  if (typeof route?.channel !== 'string') return false;
  return route.kind === 'direct' ? route.channel === user || isDirect(route.channel) : route.kind === 'ephemeral';
}

const channelOf = ({ channel, thread }: Pick<Origin, 'channel' | 'thread'>): Pick<Origin, 'channel' | 'thread'> => ({
  ...(typeof channel === 'string' ? { channel } : {}),
  ...(typeof thread === 'string' ? { thread } : {}),
});
