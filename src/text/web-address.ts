/** The address, if it leads to a web page: whatever an article calls its address, nothing else is a link. */
export function webAddress(href: string | undefined): string | undefined {
  const parsed = href === undefined ? null : URL.parse(href.toWellFormed());
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}
