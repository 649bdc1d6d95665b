/** Tracking parameters: they identify where a reader came from, not the content. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|link\w*|bbc_team|format|ptr_name)|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|ncid|smid|ref|ref_src|ref_url|ftag|spm|xtor|s_cid|ito|__twitter_impression|guccounter|traffic_source|soc_src|wpisrc)$/i;

/**
 * Returns the same key for all spellings of an address: without scheme, `www.`, trailing slash, fragment and tracking
 * parameters, and with sorted parameters.
 */
export function linkKey(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  return `${url.host.replace(/^www\.|^m\./, '')}${pathOf(url)}${query}`;
}

const pathOf = ({ pathname }: URL): string => pathname.replace(/\/(?:index\.\w+)?$/, '').replace(/\/amp$/, '');
