/** What a page says of itself where it shows a part of its article: schema.org, and the classes of those who sell walls. */
const MARKS = [
  /"isAccessibleForFree"\s*:\s*"?false"?/i,
  /(?:class|id)="[^"]*\b(?:paywall|pay-wall|regwall|subscriber-only|subscribe-wall|piano-?inline|tp-modal|meteredContent|premium-content-lock)\b/i,
  /(?:subscribe|register|log in|sign in) (?:now )?to (?:continue|keep) reading/i,
  /this (?:article|story|content) is (?:only )?(?:for|available to) subscribers/i,
];

/** An article as long as that is whole, whatever its page offers beside it. */
const WHOLE = 220;

/** Whether a page shows the beginning of an article alone. */
export const isBehindWall = (html: string, words: number): boolean =>
  words < WHOLE && MARKS.some((mark) => mark.test(html));
