/** Nouns for statements: “comments by …”, “Mr Kim’s claim that …”. */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  `comment comments remark remarks statement statements claim claims allegation allegations assertion assertions
  warning warnings accusation accusations criticism criticisms suggestion suggestions call calls complaint complaints
  testimony speculation argument arguments demand demands charge charges belief beliefs view views fear fears hope
  hopes denial denials insistence contention objection objections concern concerns prediction predictions promise
  promises pledge pledges`.split(/\s+/),
);
