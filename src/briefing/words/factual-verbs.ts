/** Verbs that convey facts: the content is reported, not judged. Same syntax as `stances.ts`. */
export const FACTUAL_VERBS = `report, =show, =shows, =showed, =shown, =find, =finds, =found, learn, recall, note, reveal, announce, document,
    describe, remember, indicate, list, =read, =reads, record, publish, recount, mention, =according to, release,
    =knew, =know, =knows, =known, discuss, realize, realise, happen, specify, introduce, compare, testify, unveil,
    =sees, =saw, =seen, assume, ask, wonder, answer, recite, sing, cite, quote, tweet a photo, debate`;
