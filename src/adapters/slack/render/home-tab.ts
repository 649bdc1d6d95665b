import type { types } from '@slack/bolt';
import { encodeToken } from '#chat/button-token';
import type { Drawable } from '#chat/paginate/drawable';
import type { Command } from '#core/commands/command';
import type { Operator } from '#core/operator';
import type { AdapterHost } from '#core/platform';
import type { Dispatcher } from '#core/ports';
import type { Block, RichText } from '#core/reply';
import { type Naming, slashNameOf } from '../command-names.ts';
import { usageOf } from '../usage.ts';
import { MAX_TOKEN_LENGTH } from './action-ids.ts';
import { buttonElement } from './actions.ts';
import { blocksOf } from './message.ts';

/** The client's own type, as what goes out is written. */
type HomeView = Pick<types.HomeView, 'type' | 'blocks'>;

/** As many briefings as are still taken in at a glance. */
const MAX_BRIEFINGS = 5;

/** One line of what is settled: nothing secret. */
export type ActiveSetting = readonly [label: string, value: string];

interface HomeDeps {
  readonly host: Pick<AdapterHost, 'commands' | 'shelf' | 'operator'>;
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly naming: Naming;
  readonly activeSettings?: readonly ActiveSetting[];
}

/** The app's own page: the newest briefings, how to ask, and what is settled. */
export async function homeFor({
  host: { commands, shelf, operator },
  dispatcher,
  naming,
  activeSettings = [],
}: HomeDeps): Promise<HomeView> {
  const entries = shelf.entries();
  const newest = entries.slice(0, MAX_BRIEFINGS);
  const answers = await Promise.all(
    newest.map(({ article }) => dispatcher.dispatch({ kind: 'call', ...headlineInvocation(article.id) })),
  );
  const settled: readonly ActiveSetting[] = [
    ['Articles', String(entries.length)],
    ['One command for all', `/${naming.umbrella}`],
    ['Answers', 'shown to you alone, until you press Share'],
    ...activeSettings,
  ];
  return {
    type: 'home',
    blocks: [
      ...toBlocks(
        heading('Newest briefings'),
        entries.length === 0
          ? paragraph('There is no article yet.')
          : { type: 'context', text: ['Brief answers under Messages, beside this tab.'] },
      ),
      ...newest.flatMap(({ article }, at) => briefing(article.id, at, answers[at]?.reply.blocks ?? [], commands)),
      ...toBlocks(heading('How to ask'), {
        type: 'list',
        items: commands.map((command) => usageLine(command, naming)),
      }),
      ...toBlocks({ type: 'list', items: otherEntries(naming) }),
      ...toBlocks(heading('Settings in force'), {
        type: 'list',
        items: settled.map(([label, value]) => [{ text: label, style: 'strong' }, `: ${value}`]),
      }),
      ...toBlocks({ type: 'context', text: linksOf(operator) }),
    ],
  };
}

const toBlocks = (...drawables: readonly Drawable[]): types.KnownBlock[] => blocksOf(drawables);
const heading = (text: string): Drawable => ({ type: 'heading', text, level: 2 });
const paragraph = (...text: RichText): Drawable => ({ type: 'paragraph', text });

/** The shortest briefing there is. */
const headlineInvocation = (article: string) => ({ command: 'brief', options: { article, length: 'headline' } });

/** Its title, where it comes from, what is new, and the way to the rest. */
function briefing(
  article: string,
  at: number,
  told: readonly Block[],
  commands: readonly Command[],
): types.KnownBlock[] {
  const shown = told.flatMap((block): Drawable[] => {
    if (block.type === 'heading') return block.level === 1 ? [{ ...block, level: 3 }] : [];
    return block.type === 'paragraph' || block.type === 'context' ? [block] : [];
  });
  const invocation = { command: 'brief', options: { article } };
  const token = encodeToken({ action: 'run', invocation, part: 1 }, commands, MAX_TOKEN_LENGTH);
  if (token === undefined) return toBlocks(...shown);
  return [...toBlocks(...shown), { type: 'actions', elements: [buttonElement({ label: 'Brief', token }, at)] }];
}

const usageLine = (command: Command, naming: Naming): RichText => [
  { text: [slashNameOf(command.name, naming), usageOf(command)].filter(Boolean).join(' '), style: 'code' },
  ` — ${command.description}`,
];

/** Whom to ask, and what holds. */
const linksOf = ({ support, terms, privacy }: Partial<Operator> = {}): RichText =>
  [
    ...(support === undefined ? [] : [link('Questions', support)]),
    ...(terms === undefined ? [] : [link('Terms', terms)]),
    privacy === undefined ? ['Privacy: /privacy'] : link('Privacy', privacy),
  ].flatMap((text, at) => [...(at === 0 ? [] : [' · ']), ...text]);

const link = (label: string, address: string): RichText =>
  /^https?:/.test(address) ? [{ text: label, href: address }] : [`${label}: ${address.replace(/^mailto:/, '')}`];

const otherEntries = ({ umbrella }: Naming): readonly RichText[] => [
  [{ text: `/${umbrella} brief`, style: 'code' }, ' — every command, where another app has its name'],
  [{ text: 'Brief this', style: 'strong' }, ' — in the menu of any message, threads too'],
  ['Mention the app, or write to it: the same words without the slash'],
];
