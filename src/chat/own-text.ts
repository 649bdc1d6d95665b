import type { Answer } from '#core/ports';

/** The commands whose answers consist entirely of our own text; all others may quote an article. */
const OWN_TEXT_COMMANDS = /^(?:help|status|privacy|data delete|schedule (?:list|add|pause|resume|remove|run))$/;

/** Whether an answer contains no text of an article, so that command names in it are commands. */
export const isOwnText = ({ outcome, invocation }: Pick<Answer, 'outcome' | 'invocation'>): boolean =>
  outcome === 'mistake' || OWN_TEXT_COMMANDS.test(invocation?.command ?? '');
