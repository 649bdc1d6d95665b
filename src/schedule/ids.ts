/** No vowels, so that no word comes of it; nothing that looks like something else. */
const ID_ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
const ID_LENGTH = 5;

/** A name for a schedule that is easily typed: one of 14 million. @param random from 0 to below 1. */
export const newScheduleId = (random: () => number): string =>
  Array.from({ length: ID_LENGTH }, () => ID_ALPHABET[Math.floor(random() * ID_ALPHABET.length)]).join('');
