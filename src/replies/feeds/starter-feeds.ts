import type { FeedTopic } from './feeds.ts';

/** Public feeds by topic; their addresses may have changed. */
export const STARTER_FEEDS: readonly FeedTopic[] = [
  {
    topic: 'feeds.topic.world',
    feeds: [
      { title: 'BBC News, World', url: 'https://feeds.bbci.co.uk/news/world/rss.xml' },
      { title: 'The Guardian, World', url: 'https://www.theguardian.com/world/rss' },
      { title: 'Al Jazeera', url: 'https://www.aljazeera.com/xml/rss/all.xml' },
      { title: 'Deutsche Welle, English', url: 'https://rss.dw.com/rdf/rss-en-all' },
      { title: 'France 24, English', url: 'https://www.france24.com/en/rss' },
      { title: 'UN News', url: 'https://news.un.org/feed/subscribe/en/news/all/rss.xml' },
    ],
  },
  {
    topic: 'feeds.topic.korea',
    feeds: [{ title: 'Yonhap News Agency, English', url: 'https://en.yna.co.kr/RSS/news.xml' }],
  },
  {
    topic: 'feeds.topic.us',
    feeds: [
      { title: 'NPR, News', url: 'https://feeds.npr.org/1001/rss.xml' },
      { title: 'ProPublica', url: 'https://www.propublica.org/feeds/propublica/main' },
    ],
  },
  {
    topic: 'feeds.topic.economy',
    feeds: [
      { title: 'Federal Reserve, press releases', url: 'https://www.federalreserve.gov/feeds/press_all.xml' },
      { title: 'European Central Bank, press', url: 'https://www.ecb.europa.eu/rss/press.html' },
    ],
  },
  {
    topic: 'feeds.topic.science',
    feeds: [
      { title: 'NASA', url: 'https://www.nasa.gov/feed/' },
      { title: 'ScienceDaily', url: 'https://www.sciencedaily.com/rss/all.xml' },
      { title: 'Ars Technica', url: 'https://feeds.arstechnica.com/arstechnica/index' },
    ],
  },
];
