/** The absolute http or https address of a link; undefined for any other. */
export function absoluteLink(link: string | undefined, ...bases: readonly (string | undefined)[]): string | undefined {
  const target = link?.trim();
  if (!target) return undefined;
  const base = bases.reduceRight<string | undefined>(
    (outer, inner) => (inner === undefined ? outer : (URL.parse(inner, outer)?.href ?? outer)),
    undefined,
  );
  const url = URL.parse(target, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** What says where a reader came from, and nothing of what is read. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|link\w*|bbc_team|format|ptr_name)|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ncid|smid|ref|ref_src|ref_url|ftag|spm|xtor|s_cid|ito|__twitter_impression|guccounter|traffic_source|soc_src|wpisrc)$/i;

/**
 * The same for every spelling of one address: scheme, `www.`, a last slash, fragment and what only counts readers left out,
 * parameters sorted.
 */
export function linkKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  return `${url.host.replace(/^www\.|^m\./, '')}${pathOf(url)}${query}`;
}

/** The same without its host. */
export const pathKey = (address: string): string => {
  const key = linkKey(address);
  return key.slice(key.search(/[/?]|$/));
};

const pathOf = ({ pathname }: URL): string => pathname.replace(/\/(?:index\.\w+)?$/, '').replace(/\/amp$/, '');
