import type { Inline, RichText } from '#core/reply';
import { sanitize } from '#text/sanitize';
import type { Run, Style } from './wrap.ts';

/** Converts rich text to runs that are safe to print; `base` is the style of text without its own. */
export const toRuns = (text: RichText, base: Style = 'plain'): readonly Run[] =>
  text.map((inline) => (typeof inline === 'string' ? run(inline, base) : run(inline.text, inline.style ?? base)));

export const run = (text: string, style: Style = 'plain'): Run => ({ text: sanitize(text), style });

/** The program's own decoration: its spaces are kept. */
export const ownText = (text: string): Run => ({ text, style: 'faint' });

/**
 * Returns the URLs of a text, for a separate line. Links to the quoted words are omitted: they would be longer than the
 * words, and cannot be clicked here.
 */
export const addressesOf = (text: RichText): readonly Run[] =>
  text.flatMap((inline: Inline) =>
    typeof inline === 'string' || !inline.href || inline.href.includes('#:~:') || inline.href === inline.text
      ? []
      : [run(inline.href, 'faint')],
  );
