import { toHtml } from 'hast-util-to-html';
import { type Child, type Element, h } from './drawings/elements.ts';

export const toMarkup = (drawn: readonly Child[]): string => toHtml(h(null, ...drawn));

export interface PageParts {
  readonly title: string;
  /** The path below which the page's own URLs are; empty at the root. */
  readonly base: string;
  /** The page's script: `chat.js`. */
  readonly script?: string;
  /** The navigation entry of the page itself; undefined for a single linked article. */
  readonly current?: (typeof PAGES)[number]['path'];
  /** Whether the other pages can be reached from this one. */
  readonly hasNavigation: boolean;
}

const PAGES = [
  { path: '/', label: 'Chat' },
  { path: '/articles', label: 'Articles' },
  { path: '/morning', label: 'Morning' },
  { path: '/status', label: 'Status' },
] as const;

/** Renders a whole page. It contains no markup other than the elements built here. */
export function page({ title, base, script, current, hasNavigation }: PageParts, ...main: readonly Child[]): string {
  const root = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', title),
      h('link', { rel: 'icon', href: '/assets/icon.svg', type: 'image/svg+xml' }),
      ...['page', 'drawings', 'reader'].map((name) => h('link', { rel: 'stylesheet', href: `/assets/${name}.css` })),
      script === undefined ? '' : h('script', { type: 'module', src: `/assets/${script}` }),
    ]),
    h('body', { dataBase: base }, [
      h('a.skip', { href: '#main' }, 'Skip to the content'),
      h('header', [
        h('p.brand', hasNavigation ? h('a', { href: `${base}/` }, 'Onrecord') : 'Onrecord'),
        hasNavigation ? navigation(base, current) : '',
      ]),
      h('main', { id: 'main', tabIndex: -1 }, ...main),
    ]),
  ]);
  return `<!doctype html>\n${toMarkup([root])}\n`;
}

const navigation = (base: string, current: PageParts['current']): Element =>
  h('nav', { ariaLabel: 'Pages' }, [
    h(
      'ul',
      ...PAGES.map(({ path, label }) =>
        h('li', h('a', { href: `${base}${path}`, ...(path === current ? { ariaCurrent: 'page' } : {}) }, label)),
      ),
    ),
  ]);
