/** Parsing time grows with the square of the depth: tens of milliseconds here, seconds at ten times the depth. */
const MAX_DEPTH = 5_000;

/** Elements that need no end tag, and so do not add to the depth. */
const OPEN_ENDED =
  /^<\/?(?:area|base|body|br|col|colgroup|dd|dt|embed|head|hr|html|img|input|li|link|meta|optgroup|option|p|param|source|tbody|td|tfoot|th|thead|tr|track|wbr)[\s/>]/i;

/** Whether elements are nested far deeper than in any real page. */
export function isNestedTooDeep(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<!--(?:[\s\S]*?-->|[\s\S]*$)|<\/?[a-z][^<>]*>/gi)) {
    if (tag.startsWith('<!') || tag.endsWith('/>') || OPEN_ENDED.test(tag)) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
