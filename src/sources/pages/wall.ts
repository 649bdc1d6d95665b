/** Paywall markers in a page: the schema.org property, and class names that paywall vendors use. */
const MARKS = [
  /"isAccessibleForFree"\s*:\s*"?false"?/i,
  /(?:class|id)="[^"]*\b(?:paywall|pay-wall|regwall|subscriber-only|subscribe-wall|piano-?inline|tp-modal|meteredContent|premium-content-lock)\b/i,
  /(?:subscribe|register|log in|sign in) (?:now )?to (?:continue|keep) reading/i,
  /this (?:article|story|content) is (?:only )?(?:for|available to) subscribers/i,
];

/** The number of words from which an article counts as complete, even if its page has paywall markers. */
const WHOLE = 220;

/** Whether a page contains only the beginning of an article. */
export const isPaywalled = (html: string, words: number): boolean =>
  words < WHOLE && MARKS.some((mark) => mark.test(html));
