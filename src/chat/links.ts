const LINK = /^<?https?:\/\/\S+>?$/i;

/** Whether there is nothing to read in a text but addresses. Looked at word by word: no text makes it slow. */
export function isOnlyLinks(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length > 0 && words.every((word) => LINK.test(word));
}
