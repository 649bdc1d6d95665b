import type { Command } from '#core/command';
import articles from './articles.ts';
import brief from './brief.ts';
import help from './help.ts';
import positions from './positions.ts';
import quotes from './quotes.ts';

/** Every command, in the order of /help. */
export const commands: readonly Command[] = [brief, quotes, positions, articles, help];

export { translations } from './translations.ts';
