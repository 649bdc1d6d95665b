/** No vowels, so that no word comes of it; nothing that looks like something else. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
const LENGTH = 5;

/** A name for a schedule that is easily typed: one of 14 million. @param random from 0 to below 1. */
export const newScheduleId = (random: () => number): string =>
  Array.from({ length: LENGTH }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
