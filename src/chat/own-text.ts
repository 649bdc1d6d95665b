import type { Answer } from '#core/ports';

/** The commands whose answers are our own words through and through; in all others an article speaks. */
const OWN_TEXT_COMMANDS = /^(?:help|status|privacy|data delete|schedule (?:list|add|pause|resume|remove|run))$/;

/** Whether an answer holds no words of an article: then commands named in it are commands. */
export const isOwnText = ({ outcome, invocation }: Pick<Answer, 'outcome' | 'invocation'>): boolean =>
  outcome === 'mistake' || OWN_TEXT_COMMANDS.test(invocation?.command ?? '');
