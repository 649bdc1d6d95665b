import type { Inline, RichText } from '#core/reply';
import { sanitize } from '#text/sanitize';
import type { Run, Style } from './wrap.ts';

/** Rich text as runs that are safe to print; `base` is the style of what has none of its own. */
export const toRuns = (text: RichText, base: Style = 'plain'): readonly Run[] =>
  text.map((inline) => (typeof inline === 'string' ? run(inline, base) : run(inline.text, inline.style ?? base)));

export const run = (text: string, style: Style = 'plain'): Run => ({ text: sanitize(text), style });

/** What this program itself draws: spaces in it stay as they are. */
export const ownText = (text: string): Run => ({ text, style: 'faint' });

/**
 * The addresses that a text leads to, for a line of their own. One that lands on the very words shown is left
 * out: it would be longer than they are, and it cannot be clicked here.
 */
export const addressesOf = (text: RichText): readonly Run[] =>
  text.flatMap((inline: Inline) =>
    typeof inline === 'string' || !inline.href || inline.href.includes('#:~:') || inline.href === inline.text
      ? []
      : [run(inline.href, 'faint')],
  );
