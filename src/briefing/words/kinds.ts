/** Headlines and labels that indicate the type of an article. */
export const KIND_LABELS = {
  opinion:
    /^(?:opinion|op-ed|editorial|comment|commentary|column|letters?(?: to the editor)?|viewpoint|guest essay)\b\s*[:|–—-]/i,
  live: /\b(?:live updates?|live blog|liveblog|as it happened|latest updates)\b|^live\b\s*[:|–—-]/i,
  interview:
    /^(?:interview|q ?& ?a|q and a|in conversation)\b|\b(?:interview with|q ?& ?a with|in conversation with)\b|[:|–—-]\s*(?:an )?(?:interview|q ?& ?a)$/i,
} as const;

/** Phrases that occur only in press releases. */
export const RELEASE =
  /\bfor immediate release\b|\b(?:media|press) contacts?\s*:|\/PRNewswire\/|\bbusiness wire\b|\bglobe newswire\b|\bforward-looking statements?\b|\b(?:today|is pleased to|proudly) announced? (?:that|the|its)\b.{0,200}$|\(\s*(?:nasdaq|nyse|lse|asx)\s*:/im;

/** In a live report, a paragraph begins with its time of publication. */
export const TIMED =
  /^(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s?(?:GMT|UTC|BST|CES?T|EES?T|WES?T|[ECMP][SD]?T|IST|KST|JST|AE[SD]T|SGT|HKT|local time))?(?!\p{L})/iu;

/** A question in an interview. */
export const QUESTION = /^(?:Q\b[.:]?\s|[—–-]\s*)?[^.!“”"]{3,240}\?$/;
export const ANSWER = /^A\b[.:]\s/;
export const OWN_VOICE = /\b(?:I|[Mm]y)\b/g;

/** The last word of a label in a headline, which says what the article is: “Live updates: …”, “…: an explainer”. */
export const HEADLINE_LABELS = new Set(
  `updates update live blog liveblog latest happened explained explainer analysis opinion comment editorial review recap
  preview highlights takeaways timeline gallery photos pictures video videos watch listen podcast exclusive breaking
  factbox fact-check profile interview transcript obituary feature letters poll-tracker results scores`.split(/\s+/),
);
