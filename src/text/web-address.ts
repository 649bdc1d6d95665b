/** Returns the URL if it is a web URL; any other value that an article declares is not used as a link. */
export function webAddress(href: string | undefined): string | undefined {
  const parsed = href === undefined ? null : URL.parse(href.toWellFormed());
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** A URL in a message, plain or in the syntax of some platforms: `<https://a.example/b|a.example>`. */
const WRITTEN = /<(?:https?|mailto):[^<>]*>|(?:https?:\/\/|\bwww\.)[^\s<>]+/giu;

/** Punctuation after a URL that belongs to the sentence. */
const BEHIND = /[.,;:!?'"’”»*_~\]]/u;

/** The text without its URLs. */
export const withoutWebAddresses = (text: string): string => text.replace(WRITTEN, '');

/** The unique web URLs in a text, in order. */
export function webAddressesIn(text: string): readonly string[] {
  const found = Array.from(text.matchAll(WRITTEN), ([written]) => {
    const bare = written.startsWith('<') ? (written.slice(1, -1).split('|')[0] ?? '') : trimmed(written);
    return webAddress(/^www\./i.test(bare) ? `https://${bare}` : bare) ?? [];
  });
  return [...new Set(found.flat())];
}

/** `(see https://a.example/b_(c))` contains `https://a.example/b_(c)`. */
function trimmed(written: string): string {
  let unopened = written.split(')').length - written.split('(').length;
  let end = written.length;
  for (; end > 0; end -= 1) {
    const last = written.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!BEHIND.test(last)) break;
  }
  return written.slice(0, end);
}
