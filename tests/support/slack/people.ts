import type { LoopbackSlack } from './server.ts';
import type { Kind } from './socket.ts';

/** The payload that Slack sends for a user’s action, and its kind. */
export interface UserAction {
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A user of a workspace. */
export interface Person {
  readonly user?: string;
  readonly team?: string;
  readonly enterprise?: string;
  readonly channel?: string;
  /** The bot's user id, as in mentions. */
  readonly bot?: string;
  /** Whether the app is installed for a whole organisation. */
  readonly organisation?: boolean;
}

/** A message with its controls. */
export interface Seen {
  readonly blocks?: unknown;
  readonly ephemeral?: boolean;
  readonly thread?: string;
  readonly ts?: string;
}

interface Element {
  readonly type: string;
  readonly action_id: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
  readonly placeholder?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string }; readonly value: string }[];
}

interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
}

/** All interactive elements of blocks. */
export const usable = (blocks: unknown): readonly (Element & { readonly block_id: string })[] =>
  (blocks as readonly Block[]).flatMap(({ block_id = '', elements = [], accessory }) =>
    [...elements, ...(accessory ? [accessory] : [])]
      .filter(({ action_id }) => action_id !== undefined)
      .map((element) => ({ ...element, block_id })),
  );

const labelOf = ({ text, placeholder }: Element): string => text?.text ?? placeholder?.text ?? '';

/** The labels of all interactive elements of blocks. */
export const labels = (blocks: unknown): readonly string[] => usable(blocks).map(labelOf);

/** The time of all events, in seconds since 1970. */
export const EVENT_TIME = 1_700_000_000;

/** The actions of users in a workspace, with the payloads that Slack sends. */
export function peopleOf(slack: Pick<LoopbackSlack, 'responseUrl' | 'triggerId'>, person: Person = {}) {
  const { user = 'U1', team = 'T1', enterprise, channel = 'C1', bot = 'UBOT', organisation = false } = person;
  const base = () => ({
    token: 'unused',
    api_app_id: 'A1',
    trigger_id: slack.triggerId(),
    is_enterprise_install: organisation,
    user: { id: user, name: 'kim', username: 'kim', team_id: team },
    team: { id: team, domain: 'river' },
    enterprise: enterprise === undefined ? null : { id: enterprise, name: 'Waters' },
  });
  const event = (fields: Readonly<Record<string, unknown>>): UserAction => {
    const id = slack.triggerId();
    const ts = `1700000001.${id.replace(/\D/g, '').padStart(6, '0')}`;
    return {
      kind: 'events_api',
      payload: {
        token: 'unused',
        type: 'event_callback',
        event_id: `Ev${id}`,
        event_time: EVENT_TIME,
        team_id: team,
        ...(enterprise === undefined ? {} : { enterprise_id: enterprise }),
        api_app_id: 'A1',
        authorizations: [
          {
            team_id: team,
            enterprise_id: enterprise ?? null,
            user_id: bot,
            is_bot: true,
            is_enterprise_install: organisation,
          },
        ],
        event: { user, team, ts, event_ts: ts, ...fields },
      },
    };
  };
  const use = (element: object, { ephemeral = true, thread, ts = '1700000000.000200', blocks }: Seen): UserAction => ({
    kind: 'interactive',
    payload: {
      ...base(),
      type: 'block_actions',
      response_url: slack.responseUrl(),
      channel: { id: channel, name: 'news' },
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: ephemeral,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      },
      ...(ephemeral ? {} : { message: { type: 'message', ts, blocks, ...(thread && { thread_ts: thread }) } }),
      actions: [{ action_ts: '1700000002.1', block_id: 'b', ...element }],
    },
  });
  const elementOf = (label: string, { blocks }: Seen): ReturnType<typeof usable>[number] => {
    const found = usable(blocks).find((element) => labelOf(element) === label);
    if (!found) throw new Error(`There is no “${label}” among: ${labels(blocks).join(', ')}`);
    return found;
  };
  return {
    command: (command: string, text = ''): UserAction => ({
      kind: 'slash_commands',
      payload: {
        token: 'unused',
        team_id: team,
        team_domain: 'river',
        ...(enterprise === undefined ? {} : { enterprise_id: enterprise, enterprise_name: 'Waters' }),
        channel_id: channel,
        channel_name: 'news',
        user_id: user,
        user_name: 'kim',
        command,
        text,
        api_app_id: 'A1',
        is_enterprise_install: `${organisation}`,
        response_url: slack.responseUrl(),
        trigger_id: slack.triggerId(),
      },
    }),
    /** Presses the button with this label in a message. */
    press: (label: string, seen: Seen): UserAction => use(elementOf(label, seen), seen),
    /** Presses a button that does not exist, or no longer does. */
    pressAny: (action: object, seen: Seen = {}): UserAction => use({ type: 'button', ...action }, seen),
    /** Chooses an option from the menu with this label. */
    choose(label: string, option: string, seen: Seen): UserAction {
      const { options = [], ...menu } = elementOf(label, seen);
      const selected_option = options.find(({ text }) => text.text === option);
      if (!selected_option) throw new Error(`No “${option}” among: ${options.map(({ text }) => text.text).join(', ')}`);
      return use({ ...menu, selected_option }, seen);
    },
    /** Presses a button on the app’s own page. */
    pressAtHome: (label: string, seen: Seen): UserAction => {
      const { kind, payload } = use(elementOf(label, seen), seen);
      const { channel: _, response_url: __, ...rest } = payload;
      return {
        kind,
        payload: { ...rest, container: { type: 'view', view_id: 'V0' }, view: { id: 'V0', type: 'home' } },
      };
    },
    /** Types into a menu with options from the app. */
    type: (element: object, value: string, view: object): UserAction => ({
      kind: 'interactive',
      payload: {
        ...base(),
        type: 'block_suggestion',
        value,
        container: { type: 'view', view_id: 'V1' },
        view: { id: 'V1', type: 'modal', ...view },
        ...element,
      },
    }),
    submit: (view: object, values: object): UserAction => ({
      kind: 'interactive',
      payload: { ...base(), type: 'view_submission', view: { id: 'V1', type: 'modal', ...view, state: { values } } },
    }),
    briefThis: (callback_id: string, message: object): UserAction => ({
      kind: 'interactive',
      payload: {
        ...base(),
        type: 'message_action',
        callback_id,
        response_url: slack.responseUrl(),
        message_ts: '1700000000.000300',
        channel: { id: channel, name: 'news' },
        message: { type: 'message', user: 'U2', ts: '1700000000.000300', ...message },
      },
    }),
    mention: (text: string, more: object = {}): UserAction =>
      event({ type: 'app_mention', channel, text: `<@${bot}> ${text}`, ...more }),
    direct: (text: string, more: object = {}): UserAction =>
      event({ type: 'message', channel: 'D1', channel_type: 'im', text, ...more }),
    openHome: (tab = 'home'): UserAction => event({ type: 'app_home_opened', channel: 'D1', tab }),
    uninstall: (): UserAction => event({ type: 'app_uninstalled' }),
    revoke: (tokens: object): UserAction => event({ type: 'tokens_revoked', tokens }),
  };
}

export type People = ReturnType<typeof peopleOf>;
