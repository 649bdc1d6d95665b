import type { types } from '@slack/bolt';
import { encodeToken } from '#chat/button-token';
import type { Drawable } from '#chat/paginate/drawable';
import type { Operator } from '#core/access/operator';
import type { Requester } from '#core/access/requester';
import type { Command } from '#core/commands/command';
import type { Translation } from '#core/commands/translation';
import { type Translate, translatorFor } from '#core/messages/index';
import type { AdapterHost } from '#core/platform';
import type { Dispatcher } from '#core/ports';
import type { Block, RichText } from '#core/reply';
import { type Naming, slashNameOf } from '../command-names.ts';
import type { ConnectionMode } from '../settings.ts';
import { usageOf } from '../usage.ts';
import { MAX_TOKEN_LENGTH } from './action-ids.ts';
import { buttonElement } from './actions.ts';
import { blocksOf } from './message.ts';

/** The client's own type, since the view is sent as it is. */
type HomeView = Pick<types.HomeView, 'type' | 'blocks'>;

/** The number of briefings that can be seen at a glance. */
const MAX_BRIEFINGS = 5;

/** A setting as shown to users: label and value, without secrets. */
export type ActiveSetting = readonly [label: string, value: string];

interface HomeDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'catalog' | 'operator'> & Partial<Pick<AdapterHost, 'translations'>>;
  /** The user who opens the Home tab. */
  readonly requester?: Requester;
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly naming: Naming;
  readonly connectionMode?: ConnectionMode['kind'];
}

const MODES = { socket: 'home.mode.socket', http: 'home.mode.http', oauth: 'home.mode.oauth' } as const;

/** Renders the app's Home tab: the newest briefings, how to ask, and the active settings. */
export async function homeFor({
  host: { commands, catalog, operator, translations = {} },
  requester,
  dispatcher,
  naming,
  connectionMode,
}: HomeDeps): Promise<HomeView> {
  const t = translatorFor(requester?.locale, requester?.renameCommands);
  const own = translations[t.language];
  const entries = catalog.entries();
  const newest = entries.slice(0, MAX_BRIEFINGS);
  const answers = await Promise.all(
    newest.map(({ article }) => dispatcher.dispatch({ kind: 'call', ...headlineInvocation(article.id) }, requester)),
  );
  const settled: readonly ActiveSetting[] = [
    [t('home.articles'), String(entries.length)],
    [t('home.umbrella'), `/${naming.umbrella}`],
    [t('home.answers'), t('home.answersAre')],
    ...(connectionMode === undefined ? [] : [[t('home.connectedOver'), t(MODES[connectionMode])] as const]),
  ];
  return {
    type: 'home',
    blocks: [
      ...toBlocks(
        heading(t('home.newest')),
        entries.length === 0 ? paragraph(t('home.none')) : { type: 'context', text: [t('home.where')] },
      ),
      ...newest.flatMap(({ article }, at) =>
        briefing(article.id, at, answers[at]?.reply.blocks ?? [], { commands, t }),
      ),
      ...toBlocks(heading(t('home.howToAsk')), {
        type: 'list',
        items: commands.map((command) => usageLine(command, naming, own)),
      }),
      ...toBlocks({ type: 'list', items: otherEntries(naming, t) }),
      ...toBlocks(heading(t('home.settings')), {
        type: 'list',
        items: settled.map(([label, value]) => [{ text: label, style: 'strong' }, `: ${value}`]),
      }),
      ...toBlocks({ type: 'context', text: linksOf(operator, naming, t) }),
    ],
  };
}

const toBlocks = (...drawables: readonly Drawable[]): types.KnownBlock[] => blocksOf(drawables);
const heading = (text: string): Drawable => ({ type: 'heading', text, level: 2 });
const paragraph = (...text: RichText): Drawable => ({ type: 'paragraph', text });

/** The shortest briefing. */
const headlineInvocation = (article: string) => ({ command: 'brief', options: { article, length: 'headline' } });

/** A briefing: title, source, news, and a button for the rest. */
function briefing(
  article: string,
  at: number,
  help: readonly Block[],
  { commands, t }: { readonly commands: readonly Command[]; readonly t: Translate },
): types.KnownBlock[] {
  const shown = help.flatMap((block): Drawable[] => {
    if (block.type === 'heading') return block.level === 1 ? [{ ...block, level: 3 }] : [];
    return block.type === 'paragraph' || block.type === 'context' ? [block] : [];
  });
  const invocation = { command: 'brief', options: { article } };
  const token = encodeToken({ action: 'run', invocation, part: 1 }, commands, MAX_TOKEN_LENGTH);
  if (token === undefined) return toBlocks(...shown);
  return [
    ...toBlocks(...shown),
    { type: 'actions', elements: [buttonElement({ label: t('articles.brief'), token }, at)] },
  ];
}

const usageLine = (command: Command, naming: Naming, own: Translation | undefined): RichText => [
  { text: [slashNameOf(command.name, naming), usageOf(command, own)].filter(Boolean).join(' '), style: 'code' },
  ` — ${own?.commands[command.name]?.description ?? command.description}`,
];

/** The links to support, terms and privacy. */
const linksOf = ({ support, terms, privacy }: Partial<Operator> = {}, naming: Naming, t: Translate): RichText =>
  [
    ...(support === undefined ? [] : [link(t('help.support'), support)]),
    ...(terms === undefined ? [] : [link(t('help.terms'), terms)]),
    privacy === undefined
      ? [`${t('help.privacy')}: ${slashNameOf('privacy', naming)}`]
      : link(t('help.privacy'), privacy),
  ].flatMap((text, at) => [...(at === 0 ? [] : [' · ']), ...text]);

const link = (label: string, address: string): RichText =>
  /^https?:/.test(address) ? [{ text: label, href: address }] : [`${label}: ${address.replace(/^mailto:/, '')}`];

const otherEntries = ({ umbrella }: Naming, t: Translate): readonly RichText[] => [
  t.rich('home.everyCommand', { line: { text: `/${umbrella} brief`, style: 'code' } }),
  t.rich('home.briefThis', { name: { text: t('name.briefThis'), style: 'strong' } }),
  [t('home.mention')],
];
