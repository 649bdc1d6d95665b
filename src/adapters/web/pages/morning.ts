import { drawPost } from '../drawings/answers.ts';
import { type Element, h } from '../drawings/elements.ts';
import type { NextPost } from '../port.ts';
import type { Previews } from '../preview.ts';
import { showWeekday } from '../words.ts';
import { drawMessage } from './message.ts';

/** The next post of every schedule, as it would be sent now. */
export const morning = (posts: readonly NextPost[], previews: Previews): readonly Element[] => [
  h('h1', 'Morning'),
  h('p', 'The next post of each schedule, as it would be sent now.'),
  ...(posts.length === 0
    ? [h('p', ['There is no schedule yet. Add one in the chat: ', h('code', '/schedule add time:07:30'), '.'])]
    : [h('p.small', 'Its buttons work once it is posted.'), ...posts.map((post) => section(post, previews))]),
];

const section = ({ schedule, next, messages }: NextPost, previews: Previews): Element =>
  h('section.post', { ariaLabel: `Schedule ${schedule.id}` }, [
    h('h2', `${schedule.time} ${schedule.zone}`),
    h('p.small', [
      `${schedule.platform} · ${schedule.channel} · ${schedule.id} · `,
      next ? h('time', { dateTime: new Date(next.due).toISOString() }, showWeekday(next.day)) : 'paused',
    ]),
    ...(typeof messages === 'string'
      ? [h('p', messages)]
      : messages.map((reply) => drawMessage(drawPost(previews, reply), false))),
  ]);
