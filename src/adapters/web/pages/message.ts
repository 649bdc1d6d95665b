import type { Drawings } from '../drawings/answers.ts';
import { type Child, type Element, h } from '../drawings/elements.ts';

/** Draws a message with its frame on each platform: author and visibility. */
export const drawMessage = ({ slack, discord }: Drawings, isPrivate: boolean): Element =>
  h('div.panes', [
    h('div.pane.slack', { role: 'group', ariaLabel: 'As Slack shows it' }, [
      isPrivate ? h('p.notice', 'Only visible to you') : '',
      ...author(),
      h('div.body', ...slack),
    ]),
    h('div.pane.discord', { role: 'group', ariaLabel: 'As Discord shows it' }, [
      ...author(),
      h('div.body', ...discord),
      isPrivate ? h('p.notice', 'Only you can see this') : '',
    ]),
  ]);

const author = (): readonly Child[] => [
  h('span.avatar', { ariaHidden: 'true' }),
  h('p.author', [h('strong', 'Onrecord'), ' ', h('span.badge', 'APP')]),
];
