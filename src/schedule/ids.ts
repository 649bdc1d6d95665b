/** No vowels, to avoid words, and no characters that look alike. */
const ID_ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
const ID_LENGTH = 5;

/** An ID for a schedule that is easy to type: one of 14 million. @param random from 0 to below 1. */
export const newScheduleId = (random: () => number): string =>
  Array.from({ length: ID_LENGTH }, () => ID_ALPHABET[Math.floor(random() * ID_ALPHABET.length)]).join('');
