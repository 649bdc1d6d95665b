import { type Child, type Element, h } from '../drawings/elements.ts';
import type { Status } from '../port.ts';

/** The loaded articles, connected platforms, schedules and latest errors. */
export function status({ articles, loadErrors, platforms, errors, schedules, feeds }: Status): readonly Element[] {
  const states = Object.entries(platforms);
  return [
    h('h1', 'Status'),
    h('dl.status-list', [
      ...entry('Articles', `${articles.length} loaded`),
      ...entry(
        'Files not loaded',
        loadErrors.length === 0 ? 'none' : list(loadErrors.map(({ file, message }) => `${file}: ${message}`)),
      ),
      ...entry(
        'Chat platforms',
        states.length === 0
          ? h('span', ['none: connect one with ', h('code', 'npm run setup')])
          : list(states.map(([name, state]) => `${name}: ${state}`)),
      ),
      ...entry('Schedules', schedules === 0 ? 'none' : String(schedules)),
      ...entry('Feeds', feeds.length === 0 ? 'none' : list(feeds.map(({ title, state }) => `${title}: ${state}`))),
      ...entry(
        'Last errors',
        errors.length === 0
          ? 'none since the start'
          : list(
              errors.map(
                ({ at, id, message }) => `${new Date(at).toISOString()} ${id === undefined ? '' : `${id} `}${message}`,
              ),
            ),
      ),
    ]),
  ];
}

const entry = (name: string, value: Child): readonly Element[] => [h('dt', name), h('dd', value)];

const list = (items: readonly string[]): Element => h('ul', ...items.map((item) => h('li', item)));
