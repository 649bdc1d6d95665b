import { expect, test } from 'vitest';
import { dispatcherOf, textOf } from '../../support/dispatcher.ts';
import { feedWorld, rssOf } from '../../support/sites/feeds.ts';
import { serve } from '../../support/sites/site.ts';

test('five hundred feeds are imported at once, and users are answered meanwhile', async () => {
  const world = await feedWorld();
  const dispatcher = dispatcherOf([], [], { feeds: world.feeds });
  const site = await serve((_, response) => response.end(rssOf([{ title: 'Ferry sails again' }])));
  const outlines = Array.from({ length: 500 }, (_, at) => `<outline xmlUrl="${site.url}/feed/${at}"/>`);
  const report = world.feeds.importOpml(world.requestScope, `<opml><body>${outlines.join('')}</body></opml>`);
  const line = { kind: 'line', text: '/feeds list' } as const;
  const answer = await dispatcher.dispatch(line, { id: 'id', tenantKey: 'loft', scope: world.requestScope });
  expect(textOf(answer.reply)).toContain('feed');
  expect((await report).added).toHaveLength(500);
  expect(await world.feeds.list(world.requestScope)).toHaveLength(500);
});
