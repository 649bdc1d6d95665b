import { micromark } from 'micromark';

/** A link of the front page. */
interface PageLink {
  readonly label: string;
  readonly url: string;
}

/** The content of the front page. */
export interface FrontPage {
  /** Where the app can be added to a workspace or server. */
  readonly install: readonly PageLink[];
  /** The support contact: the address of a page or a `mailto:` link. */
  readonly support?: string;
  readonly terms?: string;
}

/** Renders `/`: what Onrecord is, how to install it, and where to get support. */
export function frontPage({ install, support, terms }: FrontPage): string {
  const links = [
    ...install,
    { label: 'Privacy', url: '/privacy' },
    ...(terms === undefined ? [] : [{ label: 'Terms of service', url: terms }]),
    ...(support === undefined ? [] : [{ label: 'Support', url: support }]),
  ];
  const items = links.map(({ label, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></li>`);
  return document(
    'Onrecord',
    `<h1>Onrecord</h1>
<p>Onrecord briefs news articles in chat: what is new, who said what, word for word, and who stands where.
Type <code>/brief</code> in any channel, or choose <b>Brief this</b> in the menu of a message. <code>/help</code> shows the
rest.</p>
<ul>
${items.join('\n')}
</ul>`,
  );
}

/** Renders a page from trusted Markdown. */
export const markdownPage = (title: string, markdown: string): string => document(title, micromark(markdown));

const document = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; font: 1.05rem/1.6 system-ui, sans-serif }
  body { max-width: 40rem; margin: 10vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.6rem; line-height: 1.25 }
  h2 { font-size: 1.2rem }
</style>
${body}
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for HTML. */
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
