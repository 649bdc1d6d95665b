/** Sentences about what is not yet known: “It was not immediately clear how many …”. */
export const NOT_KNOWN =
  /\b(?:(?:is|was|are|were|remains?|remained) (?:still )?(?:unclear|unknown|uncertain|undetermined)\b|(?:is|was) not (?:yet |immediately )?(?:clear|known)\b|not yet (?:known|clear|been (?:determined|identified|announced|decided))|no (?:official |immediate )?(?:word|information|details) (?:on|about|was|were)|(?:has|have) not (?:yet )?(?:been (?:released|identified|named|disclosed|determined|set|confirmed)|said (?:when|whether|how|if|what)|disclosed|decided|announced)|(?:was|were) not disclosed|no decision (?:has|had) been|(?:has|have|is|are) yet to (?:be )?(?:decide|announce|determine|confirm|set|name|release)d?|did not (?:say (?:when|whether|how|if|what)|specify|give a (?:date|reason|timeline)))/i;

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\\.)';
const WHEN = `(?:(?:on|from|by|until|before) (?:the |next )?(?:${DAY}|${MONTH}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH})|in (?:early |late |mid-)?${MONTH}|next (?:${DAY}|week|month|year|spring|summer|autumn|fall|winter)|later (?:today|this (?:week|month|year))|this (?:afternoon|evening|weekend)|tomorrow|(?:in|within) the (?:coming|next) (?:\\w+ )?(?:days?|weeks?|months?)|by the end of (?:the|this|next) (?:week|month|year)|${MONTH} \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|(?:by|in|until) 20\\d\\d|in \\d+ (?:days|weeks|months))`;
const DUE =
  '(?:will|is due|are due|is expected|are expected|is scheduled|are scheduled|is set|are set|is slated|is to|are to|plans? to|is planned|are planned)';

/** Sentences that only report that something was said, held or declined, without its content. */
export const TELLS_NOTHING =
  /\b(?:met|briefed|addressed|faced) (?:the )?(?:press|media|reporters|journalists)\b|\b(?:spoke|talked) to (?:the )?(?:press|media|reporters|journalists)\b(?![^.]*\b(?:that|about)\b)|\b(?:held|gave|called) a (?:news|press) (?:conference|briefing)\b(?![^.]*\bthat\b)|\btook questions\b|\b(?:would|did) not (?:list|elaborate|give details|go into|go further)\b|\b(?:declined|refused) to (?:comment|elaborate|give details|answer)\b/i;

/** Background rather than news: who attended, where something is located, or how it began. */
export const BACKGROUND =
  /\b(?:(?:was|were) attended by|(?:was|were) (?:also )?present (?:at|in) the\b|also (?:present|attending|in attendance)\b|\b(?:were|was) in attendance\b|attended the (?:\w+ )?(?:meeting|event|ceremony|function|session)\b|(?:in the presence|under the (?:auspices|patronage)) of\b|is located (?:in|on|at|near)|lies (?:in|on) the|(?:was|were) (?:founded|established|born|set up) (?:in|by)\b|is (?:awarded|held|celebrated|marked) (?:every|each|annually)|(?:part|session|day) of the [\w -]+ (?:session|meeting|conference) (?:was|is) on\b|was the first (?:one )?to (?:ask|speak)|is home to|is (?:an? )?(?:unclassified )?misdemeanou?r)/i;

/** What is usual rather than new: “The gate is often closed in spring.” */
export const USUALLY =
  /^Unlike |\b(?:often|usually|traditionally|typically|generally|regularly|(?:every|each) (?:year|day|week|month)|annually)\b/i;

/** The circumstances in which something came: “The announcement came a week after …” */
export const COMES_AS =
  /^\W{0,3}(?:The|News of the) (?:\p{Ll}[\p{L}’-]+ ){1,3}(?:comes?|came|follows|followed) (?:as|at|amid|after|during|just|hours|days|weeks|months|a|an|the|in the wake)\b/u;

/** The writer’s view or address; words inside quotation marks are not known here. */
export const OWN_WORDS = /^[^“"‘]*\b(?:I|we|We|our|Our|you|You|your|Your)\b/;

/** “He also said …”, “she added”: less than what was said first. */
export const FURTHER = /\b(?:also|added|went on|continued)\b/;

/** Feelings and courtesies: “She was proud of the gate.”, “He paid tribute to the crew.” */
export const SENTIMENT =
  /\b(?:hop(?:es?|ed|ing)|happy|proud|pleased|glad|delighted|encouraged|prais(?:es?|ed)|laud(?:s|ed)|tribute|thank(?:s|ed)|saddened|shocked|excited|worried|terrified|dejected|grief|emotional|honou?red|looks? forward)\b/;

/** That someone spoke, asked or confirmed, rather than what: “The mayor confirmed the incident.” */
export const SPEECH_ONLY =
  /\b(?:confirmed the|met with|in (?:separate|an exclusive|an) interviews?|asked (?:the|if|whether)|raised the issue|should contact|took to (?:Twitter|social media|Facebook)|issued a statement|made (?:the|his|her|their) (?:call|remarks?|comments?)|gave insight|expressed (?:(?:her|his|its|their) )?concern)\b/;

const CASE = '(?:court|trial|hearing|case|matter|magistrate|judge|accused|suspects?|defendants?)';
const PUT_OFF = `${CASE}\\b[^“”"]{0,160}\\b(?:adjourned|postponed|remanded|deferred)\\b[^“”"]{0,80}\\b(?:to|until|till|for|on) (?:the |next )?(?:${DAY}|${MONTH}|\\d{1,2} ${MONTH})`;

/** Sentences about what comes next, and when: “The court will rule on 5 May.”, “The trial was postponed to May.” */
export const COMES_NEXT = new RegExp(`\\b(?:${DUE}\\b[^“”"]{0,160}\\b${WHEN}|${PUT_OFF})`, 'i');
