import { describe, expect, it } from 'vitest';
import type { Speaker } from '#core/speaker';
import { campsOf } from '../../../src/briefing/positions/camps.ts';

const speaker = (name: string, more: Partial<Speaker> = {}): Speaker => ({
  id: name.toLowerCase(),
  name,
  aliases: [],
  type: 'person',
  ...more,
});
const campOf = (who: Speaker, ...others: readonly Speaker[]) =>
  campsOf([who, ...others].map((each) => ({ speaker: each })))(who);

describe('the camp of a speaker', () => {
  it.each<[why: string, more: Partial<Speaker>, camp: string]>([
    ['a country first', { side: 'Norway', role: 'Dock Water spokesperson' }, 'Norway'],
    ['a body before an office', { role: 'Dock Water spokesperson' }, 'Dock Water'],
    ['initials before an office', { role: 'ADU President' }, 'ADU'],
    ['a body after an office', { role: 'head', office: 'head of the Dock Club', body: 'Dock Club' }, 'Dock Club'],
    ['no body that one has left', { role: 'former head', body: 'Dock Club' }, 'Ida Moe'],
    ['no body of a lawyer', { role: 'lawyer', body: 'Dock Club' }, 'Ida Moe'],
    ['no first word of a title', { role: 'Fire chief' }, 'Ida Moe'],
    ['no title in capitals', { role: 'Executive Vice president' }, 'Ida Moe'],
    ['no place and level', { role: 'Alder Provincial spokesperson' }, 'Ida Moe'],
    ['no subject', { role: 'head', body: 'US trade for the Alder Islands' }, 'Ida Moe'],
    ['no body without a name', { role: 'captain', body: 'team' }, 'Ida Moe'],
  ])('%s', (_, more, camp) => {
    expect(campOf(speaker('Ida Moe', more))).toBe(camp);
  });

  it('is the same for an organisation and those who speak for it, by all of its names', () => {
    const union = speaker('Alder Dockers Union', { type: 'organisation', aliases: ['ADU'] });
    const president = speaker('Ida Moe', { role: 'ADU President' });
    expect(campOf(president, union)).toBe('Alder Dockers Union');
    expect(campOf(union, president)).toBe('Alder Dockers Union');
  });
});
