import { expect, test } from 'vitest';
import { feedLinks, guessedFeeds } from '#sources/feeds/discover';

const URL_OF_PAGE = 'https://news.example/world/';
const link = (href: string, title = '', type = 'application/rss+xml', rel = 'alternate'): string =>
  `<link rel="${rel}" type="${type}" title="${title}" href="${href}">`;
const found = (head: string): readonly string[] =>
  feedLinks(`<html><head>${head}</head></html>`, URL_OF_PAGE).map(({ url }) => url);

test.each<[what: string, head: string, urls: readonly string[]]>([
  ['an RSS feed', link('/rss.xml'), ['https://news.example/rss.xml']],
  ['an Atom feed', link('atom.xml', 'All', 'application/atom+xml'), ['https://news.example/world/atom.xml']],
  [
    'a JSON feed',
    link('https://news.example/feed.json', '', 'application/feed+json'),
    ['https://news.example/feed.json'],
  ],
  ['a base', `<base href="https://cdn.example/">${link('rss')}`, ['https://cdn.example/rss']],
  ['the same twice', link('/rss.xml') + link('http://www.news.example/rss.xml'), ['https://news.example/rss.xml']],
  [
    'the news before its comments',
    link('/comments/feed/', 'News » Comments Feed') + link('/feed/', 'News » Feed'),
    ['https://news.example/feed/'],
  ],
  ['comments where there is nothing else', link('/comments/feed/'), ['https://news.example/comments/feed/']],
  ['several sections', link('/a', 'World') + link('/b', 'Sport'), ['https://news.example/a', 'https://news.example/b']],
  ['an interface for programs', link('/wp-json/wp/v2/posts/1', 'JSON', 'application/json'), []],
  ['a style sheet', link('/style.css', '', 'text/css', 'stylesheet'), []],
  ['a program', link('javascript:alert(1)'), []],
  ['another language of the page', link('/fr', '', 'text/html'), []],
])('a page names %s', (_, head, urls) => expect(found(head)).toEqual(urls));

test('a page of five megabytes is searched quickly', () => {
  expect(feedLinks(`${'<div>'.repeat(1_000_000)}${link('/rss.xml')}`, URL_OF_PAGE)).toEqual([]);
});

test('tries the usual URLs if a page names no feed', () => {
  expect(guessedFeeds(URL_OF_PAGE)[0]).toBe('https://news.example/feed');
});
