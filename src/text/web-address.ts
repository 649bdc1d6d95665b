/** The address if it is a web address; any other value that an article declares is not used as a link. */
export function webAddress(href: string | undefined): string | undefined {
  const parsed = href === undefined ? null : URL.parse(href.toWellFormed());
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** An address in a message, alone or as some platforms write it: `<https://a.example/b|a.example>`. */
const WRITTEN = /<(?:https?|mailto):[^<>]*>|(?:https?:\/\/|\bwww\.)[^\s<>]+/giu;

/** What stands behind an address in a sentence, and belongs to the sentence. */
const BEHIND = /[.,;:!?'"’”»*_~\]]+$/u;

/** The text without the addresses in it. */
export const withoutWebAddresses = (text: string): string => text.replace(WRITTEN, '');

/** The addresses of web pages in a text, each once, in its order. */
export function webAddressesIn(text: string): readonly string[] {
  const found = Array.from(text.matchAll(WRITTEN), ([written]) => {
    const bare = written.startsWith('<') ? (written.slice(1, -1).split('|')[0] ?? '') : trimmed(written);
    return webAddress(/^www\./i.test(bare) ? `https://${bare}` : bare) ?? [];
  });
  return [...new Set(found.flat())];
}

/** `(see https://a.example/b_(c))` names `https://a.example/b_(c)`. */
function trimmed(written: string): string {
  let bare = written.replace(BEHIND, '');
  while (bare.endsWith(')') && bare.split('(').length < bare.split(')').length)
    bare = bare.slice(0, -1).replace(BEHIND, '');
  return bare;
}
