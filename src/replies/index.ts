export { spanText } from '#core/text/span-text';
export { articles, noArticles } from './articles.ts';
export {
  action,
  actions,
  answer,
  context,
  heading,
  joinMessage,
  joinWords,
  paragraph,
  select,
  strong,
} from './blocks.ts';
export { brief, DEFAULT_LENGTH } from './brief.ts';
export { briefingJson } from './json.ts';
export { notFound } from './not-found.ts';
export { pageNumber } from './pages.ts';
export { firstQuotation, positionMapReply, quoteCardReply } from './pictures/picture-reply.ts';
export { compare, type Party } from './positions/compare.ts';
export { noPositions, positions } from './positions/positions.ts';
export { noQuotes, onlyParaphrased, quotes } from './quotes.ts';
export { type CatalogSnapshot, catalogChanges } from './schedule/catalog-changes.ts';
export {
  added,
  confirmRun,
  DEFAULT_DAYS,
  pausedReply,
  previewed,
  removed,
  resumed,
  runningReply,
  schedules,
} from './schedule/schedules.ts';
export { status } from './schedule/status.ts';
