/** The texts of /search. */
export const SEARCH = {
  'search.title': 'Found: {wanted}',
  'search.words': '“{words}”',
  'search.by': 'by {speaker}',
  'search.none': 'Nothing was found for {wanted}.',
  'search.noneSince': 'Nothing was found for {wanted} since then.',
  'search.ask': 'What should be searched for? Type /search ceasefire, or /search speaker:kim.',
  'search.quotationsOrMore': '{count} quotations or more',
  'search.articlesOrMore': '{count} articles or more',
  'search.page': 'page {number}',
  'search.speakerUnclear': 'speaker unclear',
  'search.summaryOnly': 'summary only',
  'search.withdrawn': 'withdrawn by its publisher',
  'search.allArticles': 'All articles',
  'search.about': ' about “{about}”',
  'error.sinceAndArticle': 'since: searches all articles: leave out article: or since:.',
} as const;
