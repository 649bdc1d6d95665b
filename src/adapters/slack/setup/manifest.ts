import type { Command } from '#core/commands/command';
import { truncateAtWord } from '#text/truncate';
import { type Naming, slashNameOf } from '../command-names.ts';
import { OPTIONAL_SCOPES, PATHS, SCOPES } from '../scopes.ts';
import { usageOf } from '../usage.ts';
/** The events to subscribe to: https://docs.slack.dev/reference/events */
export const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
] as const;
/** The message shortcut. */
const BRIEF_THIS = 'brief-this';

export const DEFAULT_NAMING: Naming = { prefix: '', names: {}, umbrella: 'onrecord' };

export interface ManifestOptions {
  readonly commands: readonly Command[];
  readonly naming?: Naming;
  /** The public address of this process, without a trailing slash; if omitted, Socket Mode is used. */
  readonly address?: string | undefined;
}

/** The limits of the manifest: https://docs.slack.dev/reference/app-manifest */
const LIMITS = { commands: 50, name: 32, description: 2000, hint: 1000 } as const;

/**
 * Creates the app manifest, for pasting when an app is created from a manifest: https://api.slack.com/apps?new_app=1
 *
 * @throws RangeError if Slack does not accept the commands.
 */
export function manifest({ commands, naming = DEFAULT_NAMING, address }: ManifestOptions): object {
  const events = address === undefined ? undefined : `${address}${PATHS.events}`;
  const hears = events === undefined ? {} : { request_url: events };
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Onrecord',
      description: 'Briefs news articles: who said what, word for word, and who stands where.',
      background_color: '#1d2b3a',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Onrecord', always_online: true },
      shortcuts: [
        {
          name: 'Brief this',
          type: 'message',
          callback_id: BRIEF_THIS,
          description: 'Brief the text of this message, or the file attached to it',
        },
      ],
      slash_commands: slashCommands(commands, naming).map((command) => ({
        ...command,
        ...(events === undefined ? {} : { url: events }),
      })),
    },
    oauth_config: {
      ...(address === undefined ? {} : { redirect_urls: [`${address}${PATHS.redirect}`] }),
      // Slack requires the optional scopes in both lists.
      scopes: { bot: [...SCOPES, ...OPTIONAL_SCOPES], bot_optional: [...OPTIONAL_SCOPES] },
    },
    settings: {
      event_subscriptions: { ...hears, bot_events: [...BOT_EVENTS] },
      interactivity: {
        is_enabled: true,
        ...hears,
        // Socket Mode requests choices over the socket.
        ...(events === undefined ? {} : { message_menu_options_url: events }),
      },
      // Organisations install over OAuth, which requires an address.
      org_deploy_enabled: address !== undefined,
      socket_mode_enabled: address === undefined,
      token_rotation_enabled: false,
    },
  };
}

interface SlashCommandEntry {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: boolean;
}

function slashCommands(commands: readonly Command[], naming: Naming): readonly SlashCommandEntry[] {
  // Slack's command names are one word: `schedule add` and similar are one command, followed by the second word.
  const families = Map.groupBy(commands, ({ name }) => name.split(' ')[0] ?? name);
  const entries = [
    ...[...families].map(([name, all]) => entry(slashNameOf(name, naming), all, ...describe(all))),
    entry(`/${naming.umbrella}`, commands, 'All commands in one', [...families.keys()].join(' | ')),
  ];
  if (entries.length > LIMITS.commands) throw new RangeError(`Slack takes no more than ${LIMITS.commands} commands.`);
  const tooLong = entries.find(({ command }) => command.length > LIMITS.name);
  if (tooLong) throw new RangeError(`${tooLong.command} is too long for Slack: ${LIMITS.name} characters at most.`);
  return entries;
}

/** Returns the purpose of a command, or of those that share its first word, and its arguments. */
function describe(all: readonly Command[]): readonly [description: string, hint: string] {
  const [first] = all;
  if (!first?.group) return [first?.description ?? '', first ? usageOf(first) : ''];
  return [first.group.description, all.map(({ name }) => name.split(' ').slice(1).join(' ')).join(' | ')];
}

/** If a command takes a channel, Slack resolves its name; otherwise “@kim” and “#river” are sent as typed. */
const needsEscaping = (all: readonly Command[]): boolean =>
  all.some(({ options }) => options.some(({ type }) => type === 'channel'));

const entry = (command: string, all: readonly Command[], description: string, hint: string): SlashCommandEntry => ({
  command,
  description: truncateAtWord(description, LIMITS.description),
  ...(hint === '' ? {} : { usage_hint: truncateAtWord(hint, LIMITS.hint) }),
  should_escape: needsEscaping(all),
});

/** The content of the manifest file. */
export const manifestText = (needs: ManifestOptions): string => `${JSON.stringify(manifest(needs), null, 2)}\n`;
