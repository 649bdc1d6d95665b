import type { CatalogEntry } from '#core/catalog';
import { makeEntry } from './briefing.ts';

/** A dispute with two sides, people of one surname, an unnamed official, a report and an unknown speaker. */
export const river: CatalogEntry = makeEntry({
  id: 'river-dam',
  title: 'River states argue over the dam',
  publisher: 'The Delta Courier',
  url: 'https://courier.example/news/river-dam?a=1',
  published: { at: '2025-03-04T09:05', zone: '+05:30' },
  paragraphs: [
    'Upland will close the gates of its dam in May, its energy minister said on Tuesday, and Lowland called that theft.',
    '“We fill the lake when the snow melts, as every year,” said José Álvarez-Peña, Upland’s energy minister.',
    'Lowland’s premier, Mara Lind, said the step was “a slow drought by decree” and asked for talks.',
    '“No village of ours will go thirsty,” Lind said, adding: “We will count every drop.”',
    'The minister said that Upland would share its readings.',
    'An official close to the talks said both sides were tired.',
    'Tomas Lind, a farmer at the mouth, said he had stopped planting rice.',
    '“Somebody is lying,” it was heard at the well.',
    'President Ola Brandt was not in the room.',
  ],
  speakers: [
    {
      id: 'jose-alvarez-pena',
      name: 'José Álvarez-Peña',
      aliases: ['the minister', 'Álvarez-Peña', 'Upland’s energy minister'],
      type: 'person',
      role: 'energy minister',
      body: 'Ministry of Energy',
      side: 'Upland',
    },
    { id: 'mara-lind', name: 'Mara Lind', aliases: ['Lind'], type: 'person', role: 'premier', side: 'Lowland' },
    { id: 'official', name: 'an official close to the talks', aliases: [], type: 'anonymous' },
    { id: 'tomas-lind', name: 'Tomas Lind', aliases: [], type: 'person', role: 'farmer', side: 'Lowland' },
  ],
  said: [
    {
      speaker: 'jose-alvarez-pena',
      kind: 'direct',
      stance: 'states',
      words: ['We fill the lake when the snow melts, as every year,'],
    },
    { speaker: 'mara-lind', kind: 'mixed', stance: 'condemns', words: ['a slow drought by decree'] },
    {
      speaker: 'mara-lind',
      kind: 'direct',
      stance: 'pledges',
      words: ['No village of ours will go thirsty,', 'We will count every drop.'],
    },
    { speaker: 'jose-alvarez-pena', kind: 'indirect', stance: 'pledges', words: ['Upland would share its readings'] },
    { speaker: 'official', kind: 'indirect', stance: 'states', words: ['both sides were tired'] },
    { speaker: 'tomas-lind', kind: 'indirect', stance: 'states', words: ['he had stopped planting rice'] },
    { kind: 'direct', words: ['Somebody is lying,'] },
  ],
  mentioned: [{ name: 'Ola Brandt', aliases: ['Brandt', 'President Brandt'] }],
  keyPoints: [
    ['Lowland’s premier, Mara Lind, said the step was “a slow drought by decree” and asked for talks.', 'short'],
    ['Tomas Lind, a farmer at the mouth, said he had stopped planting rice.', 'full'],
  ],
});
