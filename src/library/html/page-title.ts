import { type StoryBlock, sameWords, wordsOnly } from '../story-blocks.ts';
import { wordCount } from '../text/prose.ts';
import { SECTIONS } from '../text/words.ts';
import type { Metadata } from './metadata.ts';

/** The title: that for links to the page, which is complete where a heading is short; else the headline. */
export function titleOf(metadata: Metadata, headline: StoryBlock | undefined): string | undefined {
  const { linkTitle, titles, publisher, url } = metadata;
  const site = { publisher, hosts: hostsOf(url) };
  const others = [...(headline ? [headline.text] : []), ...titles];
  const link = linkTitle && withoutSite(linkTitle, site, others);
  const isCut = link !== undefined && /(?:…|\.\.\.)$/.test(link);
  if (link && !isCut && wordsOnly(link).includes(' ') && !(publisher && sameWords(link, publisher))) return link;
  return once(headline?.text ?? (titles[0] && withoutSite(titles[0], site, titles)));
}

/** `Talks end Talks end` → `Talks end`: a heading that holds a second copy for another width of the page. */
function once(title: string | undefined): string | undefined {
  const middle = Math.floor((title?.length ?? 0) / 2);
  const first = title?.slice(0, middle);
  return first && wordCount(first) > 1 && first === title?.slice(-middle) && title[middle] === ' ' ? first : title;
}

const SECTION_END = new RegExp(`\\s+[|»]\\s+(?:${SECTIONS})$`, 'i');

interface Site {
  readonly publisher: string | undefined;
  /** Its host, and the name in it, without punctuation: `exampletimescom` and `exampletimes`. */
  readonly hosts: readonly string[];
}

function hostsOf(url: string | undefined): readonly string[] {
  const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? '';
  return [host, host.split('.')[0] ?? ''].map((name) => name.replace(/[.-]/g, '')).filter(Boolean);
}

/** Removes the publisher after the last bar or dash, or before the first: `Talks end | The Example Times`. */
function withoutSite(title: string, { publisher, hosts }: Site, others: readonly string[]): string {
  const own = wordsOnly(publisher ?? '');
  const isSite = (part: string): boolean => {
    const site = wordsOnly(part);
    if (hosts.includes(site.replaceAll(' ', ''))) return true;
    return site !== '' && own !== '' && (own.includes(site) || site.includes(own));
  };
  const [, rest, end = ''] = /^(.{8,}?)\s+[|–—·»:-]\s+([^|]{2,50})$/.exec(title) ?? [];
  const [, start = '', last] = /^([^|–—·»]{2,50}?)\s+[|–—·»-]\s+(.{8,})$/.exec(title) ?? [];
  // Talks end | News | Example.com
  if (rest && (isSite(end) || others.some((other) => sameWords(other, rest)))) return rest.replace(SECTION_END, '');
  return last && (isSite(start) || others.some((other) => sameWords(other, last))) ? last : title;
}
