/** The number of words in a text with collapsed white space. */
export const wordCount = (text: string): number => text.split(' ').length;

// WASHINGTON (AP) —   SEOUL, Oct. 22 (Yonhap) --
const DATELINE = /^[A-ZÀ-Þ][A-Za-zÀ-ž.,'’ -]{1,40}(?:\s\d{1,2})?,?\s\([A-Za-zÀ-ž /.&-]{2,40}\)\s?[—–-]{1,2}\s/;

/** Whether a block cannot be a headline: too long, several sentences, or a wire-service dateline. */
export function isProse(text: string): boolean {
  if (text.length > 220 || DATELINE.test(text)) return true;
  if (text.length > 110 && /[.!?]["'’”]?$/.test(text)) return true;
  return text.length > 130 && /[.!?]["'’”]?\s+\p{Lu}.*[.!?]["'’”]?$/u.test(text);
}

/** Whether a line does not end like a sentence. */
export const isUnfinished = (text: string): boolean => !/[.!?…:;,]["'’”»)\]]*$/.test(text.slice(-8));
