import { parseStamp } from './timestamp.ts';
import { LETTER, SECTIONS, UPPER } from './words.ts';

/** Boilerplate lines of pages. All are matched against a line without bullets and trailing full stop. */
const LINES: readonly RegExp[] = [
  /^(?:link copied|copy (?:link|url)|copied|share|share (?:this|on|via|to)\b.{0,40}|e-?mail|print|save|tweet|facebook|twitter|whatsapp|telegram|linkedin|reddit|x|(?:text|font|type) ?size|reset|a(?: a)*[+-]?|listen(?: to (?:this )?(?:article|story))?)$/i,
  /^(?:advertisement(?: \d+)?|this advertisement has not loaded.{0,80}|article content|ad|ads|sponsored(?: content)?|promoted(?: content)?|story continues below(?: advertisement)?|(?:article|story) continues (?:after|below).{0,30}|continue reading(?: below)?|skip (?:past|to) .{0,40}|scroll (?:down|to) .{0,40})$/i,
  /^(?:subscribe|sign in|log ?in|register|menu|search|home|skip to (?:main )?content|comments?(?: \(\d+\))?|\d+ comments?|show (?:more|comments)|view comments|leave a comment|read more|more|see more|load more|most (?:read|popular)|trending(?: now)?|related(?: (?:articles?|stories|topics|news|content))?|recommended(?: for you)?|you may also like|more (?:on this story|from .{1,40}))$/i,
  /^(?:sign up (?:for|to) .{0,120}|subscribe (?:to|now|for) .{0,120}|enter your e-?mail address:?|(?:please )?(?:follow|like) .{1,60} on (?:twitter|facebook|instagram|x|google\+?|youtube)\b.{0,60}|are you on .{1,40}\? like the page:?)$/i,
  /^(?:(?:stay|keep) (?:up to date|informed|in the loop)\b.{0,60}\b(?:follow|subscrib|newsletter|channel|inbox)\w*.{0,60}|(?:kindly |please )?join (?:us on|our) .{0,30}\b(?:channel|newsletter|whatsapp|telegram|community)\b.{0,80})$/i,
  /^this (?:article|story) (?:was )?(?:originally|first) (?:appeared|published|written) (?:on|in|by) .{2,250}$/i,
  /^(?:published in the print edition .{2,200}|get the latest .{0,40}\b(?:news|headlines|stories|updates)\b.{0,100}|stay (?:with|tuned) .{2,60}\bupdates\b.{0,60}|(?:please )?support (?:our|.{2,40}(?:['’]s|s['’])) journalism\b.{0,160}|by contributing,? you .{2,160}|now playing: .{2,120})$/i,
  /^(?:h\/t:?\/?:? .{0,60}|\(h\/t .{1,60}\)|click here .{0,80}|tap here .{0,80}|also on (?:huffpost|[A-Z]\w+):?.{0,60}|watch a clip of the .{0,40}|read the (?:rest|full \w+) here|\(?(?:photos?|video):? (?:getty|ap|reuters|afp)\)?)$/i,
  /^(?:(?:©|\(c\)|copyright) .{0,160}|\(?end\)?|-?30-?|###|\*{3,}|-{3,}|_{3,}|={3,})$/i,
  /^(?:with (?:files|inputs|contributions|(?:additional )?reporting) (?:from|by) .{2,300}|read the original (?:article|story) .{2,120}|(?:toggle|hide|show) caption)$/i,
  /^(?:(?:suggested|related) topics?|filed under|tagged|tags|topics|more on):.{1,160}$/i,
  /^\(?(?:(?:additional )?reporting|writing|edit(?:ing|ed)|compiled|translated) by:? .{2,300}\)?$/i,
  /^(?:\d+[\s-]*min(?:ute)?s?[\s-]*read|(?:estimated )?read(?:ing)? time\b.{0,30}|\((?:attn|corrects?|corrected|updates?|adds|recasts|refiles|repeats)\b.{0,200}\)|purchase licensing rights.{0,40}|our standards: .{0,80}|sign up here)$/i,
  /^(?:(?:(?:embargoed )?for (?:immediate )?|immediate )(?:release|publication)\b.{0,40}|embargoed (?:until|till|to)\b.{0,60}|(?:press|news|media) release|view (?:this|the) (?:post|tweet|video|photo|thread)(?: on .{1,20})?|view (?:(?:this|the) (?:e-?mail|message|newsletter) )?(?:in|on) (?:(?:your|a|the) )?(?:web )?browser|(?:cookie|privacy) policy|watch live|a post shared by .{1,80}|page \d+(?: (?:of|\/) \d+)?|p\. ?\d+(?: ?\/ ?\d+)?)$/i,
  /^(?:\[?\+?\]? ?(?:(?:click|tap) (?:here )?to )?(?:enlarge|zoom)(?: (?:this |the )?(?:image|photo|picture))?|(?:[\w-]+\.)+(?:com|org|net))$/i,
  /^(?:abstract|full text|body|text|story|article|headline|summary)$/i,
  /^(?:(?:blog )?comments powered by\b.{0,40}|(?:by )?subscribing to .{0,60}\b(?:constitutes|means|you)\b.{0,160}\bterms\b.{0,80}|(?:user|your|average) rating|(?:click to )?rate (?:it|this(?: \w+)?)|(?:\(\d+\) )?click to rate|read more about .{2,80} (?:in|on|at) .{2,80}|this blog is not (?:written|edited) .{2,200})$/i,
  // Do you work at the dam? Write to us in confidence at tips@example.com
  /^(?:(?:do|are|have|were) you|got a|know) .{3,120}\? (?:please )?(?:write to|contact|e-?mail|call|message|tell|get in touch with) (?:us|our|me|the)\b.{0,120}$/i,
];

/** An invitation to write to the author or the newsroom: `Contact Jo Marsh at jo@example.com.` */
const INVITATION =
  /^(?:.{0,120}\? )?(?:you can |please )*(?:contact|e-?mail|reach|follow|message|write to|send)\b.{0,160}@[\w.-]+.{0,80}$/i;

/** A contact for the press, at the end of a release: `Jo Marsh 555-010-0199 jo@example.com`. */
const PRESS_CONTACT = /^[^.!?“”"]{0,160}(?:\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4})[^!?“”"]{0,80}@[\w.-]+.{0,40}$/;

/** Strings that such lines contain: lines without them are not matched against the slower patterns. */
const TELLTALE_CHARACTERS = /@|rights reserved|published, broadcast|contributed |opens new tab/i;
const TELLTALE_PATTERN =
  /^(?:.{0,120}\ball rights reserved\b.{0,260}|.{0,80}\b(?:may|must) not be (?:reproduced, )?(?:re)?published, broadcast, .{0,160}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|.{0,200}\bcontributed (?:to this (?:report|story|article)|reporting)|.{0,60}, opens new tab)$/i;

// .facebook-bio {   text-align: left;   }   Bold style rules left by a page
const STYLE_RULE =
  /^(?:[.#@]?[\w-]+(?:[\s,>:.#]+[\w-]+)*\s*\{|\}|-?[a-z-]{2,40}\s*:\s*[^:.!?"“”]{1,60};|<\/?(?:style|script)>)$/;

/** A style rule ends in one of these; other lines are not matched against the slower pattern. */
const STYLE_END = /[{};>]/;

const BREADCRUMB = new RegExp(
  `^(?:${SECTIONS})(?:\\s*[>›»/|·•,&]\\s*(?:${SECTIONS}|[${UPPER}][${LETTER} ]{2,20}))*$`,
  'i',
);

/** Removes trailing stops, colons, bars and spaces, character by character: a pattern would be tried at each run of them. */
function withoutEnding(text: string): string {
  let end = text.length;
  while (end > 0 && ' .:|\t\n\r\u00a0'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Whether a block is boilerplate, regardless of its position. */
export function isBoilerplate(text: string): boolean {
  if (text.length > 400) return false;
  const bare = withoutEnding(text.replace(/^[\s•·▪▶►◀★☆※→>*|-]+/u, ''));
  if (!/[\p{L}\p{N}]/u.test(bare)) return true;
  if (
    LINES.some((line) => line.test(bare)) ||
    (TELLTALE_CHARACTERS.test(bare) &&
      (TELLTALE_PATTERN.test(bare) || INVITATION.test(bare) || PRESS_CONTACT.test(bare)))
  )
    return true;
  return (
    (STYLE_END.test(text.charAt(text.length - 1)) && STYLE_RULE.test(text)) ||
    isForeignScript(text) ||
    isLabelledStamp(text) ||
    (CAPITALISED.test(bare) && LIVE_STAMP.test(bare)) ||
    OTHER_STORY.test(text) ||
    MAIL_HEAD.test(text)
  );
}

/** Whether a line above the headline is a section name: `World › Asia`. */
export const isSection = (text: string): boolean => text.length <= 60 && BREADCRUMB.test(text);

/** Whether a text is the label of an abstract, as in archives. */
export const isAbstractLabel = (text: string): boolean => /^(?:abstract|summary)[.:]?$/i.test(text);
export const isStoryLabel = (text: string): boolean => /^(?:full text|body|text|story|article)[.:]?$/i.test(text);

/** Whether a text is a short line in another script, such as the label of an advert. */
function isForeignScript(text: string): boolean {
  if (!/[\u0370-\u1dff\u2c00-\ud7ff]/.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && letters <= 60 && latin < letters / 4;
}

// READ MORE: Five things to know about the budget
const OTHER_STORY =
  /^(?:read more|read also|also read|read next|see also|watch|listen|go deeper|related)(?::| [|–-]) (?=\S).{3,140}[^.!?"”…]$/i;

// 21:00Jo Marsh   20:45 GMT Bo Dahl   as a live blog heads each entry
const LIVE_STAMP =
  /^(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?:[ap]\.?m\.?)? ?(?:[A-Z]{2,4}(?= |$))? ?(?:by )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u;

// On Tue, 3 May 2024 at 10:15, Jo Marsh <jo@example.com> wrote:   -----Original Message----- From: Jo Marsh
const MAIL_HEAD =
  /^(?:on (?=.{0,80}(?:\d{1,2}:\d\d|<[^<>\s]{1,80}@)).{6,200} wrote:|-{3,} ?(?:original|forwarded) message ?-{3,}.{0,300}|from: [^<>]{0,80}<[^<>\s]{1,80}@[^<>\s]{1,80}> (?:sent|date|to|subject): .{3,300})$/i;

/** A capital and a small letter: “8:30 PM ET” is not a name after a time. */
const CAPITALISED = /\p{Lu}\p{Ll}/u;

const isLabelledStamp = (text: string): boolean =>
  /^(?:last |first )?(?:published|updated?|posted|modified)\b/i.test(text) && parseStamp(text) !== undefined;
