import type { Operator } from '#core/access/operator';
import type { Translate } from '#core/messages/index';
import type { Inline, Reply, RichText } from '#core/reply';
import type { WorkspaceExport } from '#core/workspace-data';
import { action, actions, answer, context, heading, list, paragraph } from './blocks.ts';

const code = (text: string): Inline => ({ text, style: 'code' });
/** A line to type, as the command is called where it is shown. */
const line = (text: string, t: Translate): Inline => code(t.command(text));

/** Describes which data is stored for a workspace, for how long, and how to delete it. */
export const privacy = ({ support, privacy: url, retentionDays }: Operator, t: Translate): Reply =>
  answer(
    heading(t('privacy.title'), 2),
    paragraph(t('privacy.kept'), ':'),
    list([[t('privacy.schedules')], [t('privacy.posts')], [t('privacy.token')]]),
    paragraph(t('privacy.notKept')),
    paragraph(t('privacy.howLong', { days: retentionDays })),
    paragraph(...t.rich('privacy.delete', { export: line('/data export', t), delete: line('/data delete', t) })),
    support === undefined ? undefined : paragraph(...t.rich('privacy.ask', { support: addressText(support) })),
    url === undefined ? undefined : paragraph(...t.rich('privacy.policy', { url: addressText(url) })),
  );

/** Formats an address as a link, or as text if it is an email address. */
export const addressText = (address: string): Inline =>
  /^https?:/.test(address) ? { text: address, href: address } : address.replace(/^mailto:/, '');

const FILE = 'onrecord-data.json';

const countsOf = ({ schedules, feeds, posts }: WorkspaceExport) => ({
  schedules: schedules.length,
  feeds: feeds.length,
  posts: posts.length,
});

/** All stored data, as a JSON file. */
export const dataExported = (kept: WorkspaceExport, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('data.exported', { file: code(FILE), ...inlined(countsOf(kept)) })),
    context(t('data.conversations')),
    {
      type: 'file',
      name: FILE,
      mediaType: 'application/json',
      content: new TextEncoder().encode(`${JSON.stringify(kept, null, 2)}\n`),
      alt: t('data.fileAlt'),
      askerOnly: true,
    },
  );

const inlined = (counts: Readonly<Record<'schedules' | 'feeds' | 'posts', number>>) => ({
  schedules: String(counts.schedules),
  feeds: String(counts.feeds),
  posts: String(counts.posts),
});

/** Asks for confirmation, as deletion cannot be undone. */
export const confirmDelete = (kept: WorkspaceExport, t: Translate): Reply =>
  answer(
    paragraph(...t.rich('data.confirmDelete', { ...inlined(countsOf(kept)), export: line('/data export', t) })),
    actions(
      action(t('data.deleteAll'), 'data delete', { confirmed: 'yes' }),
      action(t('data.exportFirst'), 'data export', {}),
      action(t('privacy.title'), 'privacy', {}),
    ),
  );

export const dataDeleted = (kept: WorkspaceExport, t: Translate): Reply =>
  answer(paragraph(t('data.deleted', countsOf(kept))), actions(action(t('privacy.title'), 'privacy', {})));

export const nothingKept = (t: Translate): Reply => answer(paragraph(t('data.nothing')));

/** The welcome message: what Onrecord is, and three commands to try. */
export function welcome(t: Translate): Reply {
  const things: readonly RichText[] = [
    t.rich('welcome.brief', { line: line('/brief', t) }),
    t.rich('welcome.quotes', { line: line('/quotes', t) }),
    t.rich('welcome.schedule', { line: line('/schedule add time:07:30', t) }),
  ];
  return answer(
    heading(t('welcome.title'), 2),
    paragraph(t('welcome.about')),
    list(things),
    paragraph(...t.rich('welcome.more', { help: line('/help', t), privacy: line('/privacy', t) })),
    actions(action(t('action.newest'), 'brief', {}), action(t('action.help'), 'help', {})),
  );
}
