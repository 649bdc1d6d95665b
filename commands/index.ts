import type { Command } from '#core/command';
import articles from './articles.ts';
import brief from './brief.ts';
import help from './help.ts';
import positions from './positions.ts';
import quotes from './quotes.ts';
import scheduleAdd from './schedule/add.ts';
import scheduleList from './schedule/list.ts';
import schedulePause from './schedule/pause.ts';
import schedulePreview from './schedule/preview.ts';
import scheduleRemove from './schedule/remove.ts';
import scheduleResume from './schedule/resume.ts';
import scheduleRun from './schedule/run.ts';
import status from './status.ts';

/** Every command, in the order of /help. */
export const commands: readonly Command[] = [
  brief,
  quotes,
  positions,
  articles,
  scheduleAdd,
  scheduleList,
  schedulePreview,
  scheduleRun,
  schedulePause,
  scheduleResume,
  scheduleRemove,
  status,
  help,
];

export { translations } from './translations.ts';
