/** The beginning of a line that belongs to the page rather than the news. */
const BOILERPLATE_OPENINGS =
  /^\W{0,4}(?:read (?:more|also|next|the full)|also read|see also|related(?: (?:story|stories|article|coverage|content))?:?|more (?:on this|from|stories|coverage)|follow (?:us|me|our|the latest|@)|subscribe|sign up|click here|tap here|share this|download (?:the|our)|watch(?: more| now| live|:)|listen(?: to|:)|advertisement|sponsored|file photo|photos?(?: by|:)|images?(?: credit|:)|copyright|©|all rights reserved|this (?:story|article|post|report|version|page|file) (?:has been|was|is|will be|first|originally|corrects)|this is a (?:developing|breaking)|updated?(?: at| on|:)|correction|clarification|editor[’']?s[’']? note|reporting by|editing by|writing by|compiled by|additional reporting|with (?:additional )?(?:reporting|files|inputs) (?:by|from)|contact (?:the|us|our)|e-?mail(?: us|:)|tips\??:?|the associated press contributed|the views expressed|the opinions expressed|opinions expressed|note to (?:readers|editors)|disclaimer|source:|sources:|terms of (?:use|service)|privacy policy|join (?:us|our|the conversation)|support our|donate|newsletter|for more (?:information|news|on|stories)|visit (?:our|us|the website)|get (?:the latest|our)|don[’']t miss|here[’']s what (?:you|we)|loading|comments?(?: are|:|$)|tags?:|topics?:|published(?: on|:)|posted(?: on|:)|last (?:updated|modified))/i;

/** Words that identify such a line in any position. */
const BOILERPLATE_INSIDE =
  /\b(?:image|photo|photograph|picture|credit|pic|file photo)s?\s?:\s*\p{Lu}|contributed (?:to this|reporting)|all rights reserved|may not be published, broadcast|is (?:an?|the) (?:[\p{L}’'-]+ ){0,5}(?:columnist|writer|reporter|correspondent|editor|contributor) (?:for|at|with)\b|is an? (?:(?:staff|senior|freelance|political|foreign|contributing|national) )*(?:writer|reporter|correspondent|columnist|editor)\b.{0,40}\b(?:for|at|with|based)|follow (?:him|her|them|us|me)? ?(?:on )?(?:@|twitter|facebook|instagram|x\b)|can be (?:reached|emailed|contacted) at|sign up for our|subscribe to (?:our|the)|click here|cookies? policy|https?:\/\/\S+$|has been (?:updated|corrected) (?:to|with|throughout)|originally (?:appeared|published)|\bairs (?:on|weekdays|weeknights|sundays|live)\b|share (?:on|via) (?:facebook|twitter|email)/iu;

/** Longer lines belong to the story, regardless of their beginning. */
const LONGEST = 400;

/** Whether a line belongs to the page rather than the news. */
export const isBoilerplate = (line: string): boolean =>
  line.length < LONGEST && (BOILERPLATE_OPENINGS.test(line) || BOILERPLATE_INSIDE.test(line));
