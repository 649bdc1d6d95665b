import { expect, test } from 'vitest';
import type { Inline } from '#core/reply';
import { quotedInPlace } from '#replies/in-place';
import { readTestUpload } from '../support/dispatcher.ts';

const STORY =
  'The dam is closed\n\nAda Moe, the harbour minister, met engineers at the gate on Monday, and the water rose all the while.';

test.each([
  ['Moe said the gate was “rotten to the core” on Friday.', '“rotten to the core”'],
  ["Moe said the gate was ''rotten to the core'' on Friday.", "''rotten to the core''"],
])('highlights quoted words with all of their marks: %s', async (sentence, quoted) => {
  const { briefing } = await readTestUpload({ name: 'story.txt', content: `${STORY}\n\n${sentence}` });
  const attribution = briefing.attributions.find((candidate) => candidate.quoted.length > 0);
  const pieces: readonly Inline[] = attribution ? [quotedInPlace(briefing.article, attribution)].flat() : [];
  expect(pieces).toContainEqual({ text: quoted, style: 'strong' });
});
