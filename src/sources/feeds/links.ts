import { linkKey } from '#text/link-key';

/** Returns the absolute http or https address of a link, or undefined for any other link. */
export function absoluteLink(link: string | undefined, ...bases: readonly (string | undefined)[]): string | undefined {
  // Escaped twice: `?a=1&amp;b=2`.
  const target = link?.trim().replaceAll('&amp;', '&');
  if (!target) return undefined;
  const base = bases.reduceRight<string | undefined>(
    (outer, inner) => (inner === undefined ? outer : (URL.parse(inner, outer)?.href ?? outer)),
    undefined,
  );
  const url = URL.parse(target, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** The same key without the host. */
export const pathKey = (address: string): string => {
  const key = linkKey(address);
  return key.slice(key.search(/[/?]|$/));
};
