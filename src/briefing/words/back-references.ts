/** Openings that refer to the previous sentence and cannot stand alone. */
export const GOES_ON =
  /^\W{0,3}(?:but|and|so|or|nor|yet|still|then|also|thus|hence|however|instead|besides|moreover|furthermore|nevertheless|nonetheless|therefore|consequently|otherwise|likewise|similarly|conversely|accordingly|in addition|in contrast|by contrast|in turn|in response|in return|as such|as a result|as a consequence|at the same time|at that time|at the time|that said|the \d{1,3}-year-old (?:is|was|has|had|will|would|said|says|told|added|[a-z]+ed)|since then|from then on|by then|with (?:this|that)|for example|for instance|on the (?:other hand|contrary)|even so|if so|if not|in other words|in that case|after that|after this|after all|because of (?:this|that)|either way|to (?:do|achieve) (?:so|this|that)|to that end|to this end|what[’']s more|worse|and yet|the (?:former|latter|pair|duo|trio|two|three|other|others|same)|another|others|both|neither|one of (?:them|those)|some of (?:them|those)|most of (?:them|those)|all of (?:them|this|that)|none of (?:them|this|that)|among (?:them|those)|such|here|there,|yes|no,|not (?:so|only that)|why\?|how\?)\b/i;

/** Openings that only connect a sentence with the one before it: what follows means the same without them. */
export const CONNECTS =
  /^(?:(?:but|and|yet|still) |(?:however|meanwhile|moreover|furthermore|additionally|in addition|besides|nevertheless|nonetheless|separately|in response|in turn|in reply|on (?:his|her|its|their) part|for (?:his|her|its|their) part|at the same time|also), )/i;

/** “Q: Why a ledger?”, “A: It was cheap.”, “Jo Marsh: Why now?”: question and answer are not understood separately. */
export const QUESTION_OR_ANSWER =
  /^(?:[QA][:.] |\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3} ?: ["“]?[^.!“”"]*\?["”]?$)/u;

/** First words of a sentence whose subject is in an earlier sentence; “His Majesty” is none. */
export const POINTS_BACK =
  /^\W{0,3}(?:(?:he|she|they|it|him|them|this|that|these|those|his|her|hers|their|its)\b(?! (?:(?:royal|serene|imperial) )?(?:highness|majesty|excellency|holiness|eminence|grace|honou?r|lordship)\b)|(?:he|she|they|it|that|this)[’'](?:s|d|ll|ve|re)\b)/i;

/** Exceptions that stand alone: “It is unclear whether …”, “This week …”; “That is why” does not. */
export const STANDS_ALONE =
  /^\W{0,3}it (?:turned out|emerged|appears|appeared|seems)\b|^\W{0,3}(?:it[’']s|it (?:is|was|remains|remained|took|takes|will be|would be|has been)) (?:\w+ ){0,3}(?:that|whether|how|why|(?:first|second|third|last) time|to \w+)\b|^\W{0,3}this (?:week|month|year|morning|afternoon|evening|weekend|time|spring|summer|autumn|fall|winter)\b|^\W{0,3}these days\b|^\W{0,3}those (?:who|in|with|killed|injured|arrested|affected|involved)\b|^\W{0,3}that (?:the|a|an) \w+/i;

/** A pronoun after only an adverbial: “On Monday, he said …”. The pronoun is the last word. */
export const LATE_SUBJECT =
  /^\W{0,3}(?:in|on|at|after|before|during|for|with|without|since|when|while|as|if|later|earlier|last|asked|speaking|by|from|under|according|despite|although|though|because|once|until|through|over|\w+ing|\w+ly)\b[^,.;:“”"]{0,80},? (?:he|she|they|it)\b/i;

/** Openings that assume a known subject: “The move …”. */
export const KNOWN_THING =
  /^\W{0,3}the (?:move|decision|comments?|remarks?|statement|announcement|incident|attack|ruling|proposal|measure|measures|plan|report|study|man|woman|suspect|victim|victims|men|women|couple|boy|girl|group|company|firm|agency|official|officials|spokesman|spokeswoman|document|documents|letter|video|bill|law|deal|agreement|talks|vote|meeting|event|accident|crash|charges?|allegations?|case|trial|hearing|effort|project|program|programme|initiative|result|results|findings|issue|problem|question)\b/i;

/** “dispel that notion”, “this decision”, “it has replaced them”: references to another sentence. */
export const DEMONSTRATIVE =
  /\b(?:these|this) (?!week|month|year|morning|afternoon|evening|weekend|time|spring|summer|autumn|fall|winter|season|decade|century)\p{Ll}+\b|\bthose (?!who|in|with|from|of|at|on|under|killed|injured|arrested|affected|involved|between|without|above|below|whose|that|which)\p{Ll}+\b(?! (?:who|whose|that|which|with|without)\b)|\bthat (?:notion|move|decision|claim|plan|deal|idea|figure|number|law|bill|ruling|vote|report|statement|proposal|offer|policy|case|incident|event|time|period|purpose|end|goal|gap|trend|point)\b|\b(?:among|one of|some of|two of) (?:them|these|those)[.,]|\b(?:a|the) (?:similar|same) (?:plight|fate|problem|situation|story|conclusion|result|view|point|way|day|time|reason|move|decision)\b|\bthe (?:former|latter)\b|\bsuch (?:an? )?(?:move|decision|claim|plan|deal|attack|event|incident|case|comment|allegation|accusation|report|rumou?r)s?\b/iu;

/** Offices and organizations that are unique in a story and need no name. */
export const PLAIN_OFFICE =
  /^\w+ (?:president|pope|king|queen|emperor|premier|chancellor|government|administration|police|army|military|navy|court|state|city|country|parliament|senate|house|congress|cabinet|opposition|public|press|media|church|people|nation|world|authorities|west|east|north|south)$/i;
export const POSSESSIVE = /^(?:his|her|its|their)$/i;
