/**
 * Returns the canonical address of an article: the one declared in its page if it is on the same site, else the fetched
 * address. A declared address on another site may be wrong, or may lead to a page with other text.
 */
export function articleAddress(named: string | undefined, found: string): string {
  const own = named === undefined ? undefined : URL.parse(named);
  return own && siteOf(own) === siteOf(new URL(found)) && own.pathname.length > 1 ? own.href : found;
}

const siteOf = ({ hostname, port }: URL): string => `${hostname.replace(/^(?:www|m|amp)\./, '')}:${port}`;
