/**
 * The address that an article goes by: the one its page names, where that is of the same site; else where it was found. A
 * page that names another site’s may be wrong, or may lead readers where the words do not stand.
 */
export function articleAddress(named: string | undefined, found: string): string {
  const own = named === undefined ? undefined : URL.parse(named);
  return own && siteOf(own) === siteOf(new URL(found)) && own.pathname.length > 1 ? own.href : found;
}

const siteOf = ({ hostname, port }: URL): string => `${hostname.replace(/^(?:www|m|amp)\./, '')}:${port}`;
