import type { Command } from '#core/commands/command';
import articles from './articles.ts';
import brief from './brief.ts';
import dataDelete from './data/delete.ts';
import dataExport from './data/export.ts';
import feedsAdd from './feeds/add.ts';
import feedsExport from './feeds/export.ts';
import feedsImport from './feeds/import.ts';
import feedsList from './feeds/list.ts';
import feedsPause from './feeds/pause.ts';
import feedsPreview from './feeds/preview.ts';
import feedsRemove from './feeds/remove.ts';
import feedsResume from './feeds/resume.ts';
import feedsSuggest from './feeds/suggest.ts';
import help from './help.ts';
import positions from './positions.ts';
import privacy from './privacy.ts';
import quotes from './quotes.ts';
import scheduleAdd from './schedule/add.ts';
import scheduleList from './schedule/list.ts';
import schedulePause from './schedule/pause.ts';
import schedulePreview from './schedule/preview.ts';
import scheduleRemove from './schedule/remove.ts';
import scheduleResume from './schedule/resume.ts';
import scheduleRun from './schedule/run.ts';
import search from './search.ts';
import status from './status.ts';

/** Every command, in the order of /help. */
export const commands: readonly Command[] = [
  brief,
  quotes,
  positions,
  articles,
  search,
  feedsAdd,
  feedsList,
  feedsPreview,
  feedsPause,
  feedsResume,
  feedsRemove,
  feedsImport,
  feedsExport,
  feedsSuggest,
  scheduleAdd,
  scheduleList,
  schedulePreview,
  scheduleRun,
  schedulePause,
  scheduleResume,
  scheduleRemove,
  status,
  dataExport,
  dataDelete,
  privacy,
  help,
];

export { translations } from './translations.ts';
