import { expect, test } from 'vitest';
import { brief } from '#briefing';
import { compactArticle, readAs, readText } from '#library';

const PAGE = `<!doctype html><html><head><title>Ferry sails again</title></head><body><nav>Home News Sport</nav><article>
<h1>Ferry sails again</h1>
<p>The ferry to <b>Sorrel Island</b> sailed again on Monday after a&nbsp;week of storms, the harbour office said.</p>
<p>&ldquo;We waited for <em>seven</em> days,&rdquo; harbour master Ann Lee said. &ldquo;Nobody was hurt.&rdquo;</p>
<p>The company denies that the ship was unsafe, and its owner, Jo Marsh, demands an apology from the council.</p>
</article><footer>About us</footer></body></html>`;

test('a page as plain text gives the same article and briefing', async () => {
  const page = await readText('ferry.html', PAGE);
  const compact = compactArticle(page);
  expect(compact.text).not.toMatch(/[<>&]|Home News/);
  expect(compact).toMatchObject({ id: 'ferry', title: 'Ferry sails again', format: 'text', edits: [] });
  const said = (article: typeof page) =>
    brief(article).quotes.map(({ speaker, quoted }) => [
      speaker.kind === 'named' ? speaker.speaker.name : 'unknown',
      quoted.map((span) => readAs(article.text, span, article.edits).replace(/\s+/g, ' ')),
    ]);
  expect(said(compact)).toEqual(said(page));
  expect(said(compact)).toHaveLength(1);
});

test('is idempotent', async () => {
  const once = compactArticle(await readText('ferry.html', PAGE));
  expect(compactArticle(once)).toEqual(once);
});
