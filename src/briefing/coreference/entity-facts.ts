import type { MentionDraft } from '../mentions/mention-builder.ts';
import { BREAK, FIRST, ORG, PERSON, QUANT } from '../mentions/word-flags.ts';
import { affiliationOf } from './affiliation.ts';
import type { CoreferenceContext } from './context.ts';
import type { Entity } from './entity.ts';
import { setOffice } from './offices.ts';
import { partyAfter, partyIn } from './parties.ts';

/** Records the offices of all names in advance, so that “the judge” finds a judge named later. */
export function recordOffices(context: CoreferenceContext): void {
  for (const mention of context.mentions) {
    if (mention.kind !== 'name') continue;
    const words = context.names.wordsOf(mention);
    const candidates = words.length === 1 ? context.names.withWord(words[0] ?? '') : [];
    const entity =
      words.length > 1 ? context.names.byFullName(mention) : candidates.length === 1 ? candidates[0] : undefined;
    if (!entity) continue;
    if (mention.nameFrom > mention.from) context.roles.addLater(entity, mention.from, mention.nameFrom);
    if (mention.apposed) context.roles.addLater(entity, mention.apposed.from, mention.apposed.spanTo);
  }
}

/** Records what a mention says about its entity: forms, title, office, side, gender. */
export function recordFacts(context: CoreferenceContext, entity: Entity, mention: MentionDraft, speaks: boolean): void {
  if (mention.kind === 'pronoun') {
    if (!mention.quoted && (speaks || (mention.links?.[0]?.probability ?? 0) > MIN_LINK_PROBABILITY))
      recordPronoun(context, entity, mention);
    return;
  }
  if (mention.gender && entity.type !== 'organisation') entity.gender ??= mention.gender;
  recordForms(context, entity, mention);
  if (mention.kind === 'name' && mention.nameFrom > mention.from)
    recordDescription(context, entity, mention.from, mention.nameFrom, mention.nameFrom);
  if (mention.kind !== 'name' && mention.kind !== 'place' && mention.kind !== 'pair')
    recordDescription(context, entity, mention.from, mention.to, mention.spanTo, !hasOffice(entity));
  // “the bank Moe & Roe”
  if (mention.kind === 'organisation' || mention.kind === 'acronym')
    context.roles.add(entity, mention.from, mention.nameFrom);
  const { words } = context.tokens;
  if (
    mention.name &&
    (words[mention.spanTo] === '(' || (words[mention.spanTo] === ',' && /^[dr]-/.test(words[mention.spanTo + 1] ?? '')))
  )
    recordDescription(context, entity, mention.spanTo, mention.spanTo, mention.spanTo + 4);
  // “President Ana Ruiz of Peru”
  if (mention.name && mention.nameFrom > mention.from && words[mention.to] === 'of')
    recordDescription(context, entity, mention.to, mention.to, mention.to + 3);
  // “Kari Lund of the ruling Centre Party”
  const party = mention.name ? partyAfter(context, mention.to) : undefined;
  if (party !== undefined) entity.party ??= party;
  if (mention.apposed && mention.apposed.from > mention.from) {
    recordDescription(
      context,
      entity,
      mention.apposed.from,
      mention.apposed.spanTo,
      appositiveEnd(context, mention.apposed),
    );
    if (mention.apposed.gender) entity.gender ??= mention.apposed.gender;
    if (entity.type === 'person') setTypeFromAppositive(context, entity, mention.apposed);
    // “the deputy minister, Ada Moe, said”: of the two, the one without a name has the office.
    const described = mention.apposed.name ? mention : mention.apposed;
    setOffice(context, entity, described.from, described.to, described.spanTo);
  } else if (mention.kind === 'name' && mention.nameFrom > mention.from)
    setOffice(context, entity, mention.from, mention.nameFrom, mention.nameFrom);
  else if (!mention.name && entity.words.length === 0 && mention.kind !== 'pair')
    setOffice(context, entity, mention.from, mention.to, mention.spanTo);
}

/** “Pinga, a messaging app”, “Ahlen, the minister”: an apposition shows the type of a name. */
function setTypeFromAppositive(context: CoreferenceContext, entity: Entity, appositive: MentionDraft): void {
  const flag = context.tokens.flags[appositive.to - 1] ?? 0;
  if (flag & PERSON) entity.human = true;
  else if (flag & ORG && !entity.human) entity.type = 'organisation';
}

/** The least probability of a link for its pronoun to change the entity. */
const MIN_LINK_PROBABILITY = 0.8;

/** “she said”, “who said”, “it said”: gender and type by a pronoun. */
function recordPronoun(context: CoreferenceContext, entity: Entity, mention: MentionDraft): void {
  if (entity.type !== 'person') return;
  const word = context.tokens.words[mention.from] ?? '';
  if (/^its?$/.test(word) && !entity.human) entity.type = 'organisation';
  if (mention.gender) entity.gender ??= mention.gender;
  if (mention.gender || word === 'who') entity.human = true;
}

function recordForms(context: CoreferenceContext, entity: Entity, mention: MentionDraft): void {
  const { text, starts, words, flags } = context.tokens;
  // “his aide” and “most” are not forms of a name: their meaning depends on the context. Nor is “the letter” its author’s.
  if (mention.kind === 'document' && entity.type !== 'document') return;
  if (
    !mention.name &&
    (/^(?:his|her|its|their|our|my|your|whose)$/.test(words[mention.from] ?? '') ||
      (flags[mention.to - 1] ?? 0) & QUANT)
  )
    return;
  if (mention.name) entity.forms.add(text.slice(mention.name.start, mention.name.end));
  if (mention.name && !((flags[mention.nameFrom] ?? 0) & FIRST)) entity.isProperName = true;
  if (mention.kind === 'name' && mention.nameTo - mention.nameFrom === 1)
    entity.shortName = text.slice(mention.name?.start, mention.name?.end);
  const from = /^(?:the|a|an)$/.test(words[mention.from] ?? '') ? mention.from + 1 : mention.from;
  if (mention.nameFrom > from) entity.forms.add(text.slice(starts[from] ?? 0, mention.core.end));
}

/** Whether a name has an office with a body of its own: “the party’s spokesman” may then be someone else. */
const hasOffice = ({ words, body }: Entity): boolean => words.length > 0 && body !== undefined;

function recordDescription(
  context: CoreferenceContext,
  entity: Entity,
  from: number,
  to: number,
  end: number,
  namesParty = true,
): void {
  const affiliation = affiliationOf(context.tokens, from, end);
  if (affiliation.side) entity.side ??= affiliation.side;
  const party = namesParty ? partyIn(context, from, end) : undefined;
  if (party) entity.party ??= party;
  // “one of the officials”: the whole is official, the part need not be.
  if (affiliation.official && !isPartOf(context, from)) entity.official = true;
  context.roles.add(entity, from, to);
}

const isPartOf = ({ tokens: { words, flags } }: CoreferenceContext, from: number): boolean =>
  Boolean((flags[from] ?? 0) & QUANT) && words[from + 1] === 'of';

/** The end of an apposition, at the next punctuation mark: “a think tank affiliated with the service in Seoul,”. */
function appositiveEnd(context: CoreferenceContext, mention: MentionDraft): number {
  const { sentences, flags } = context.tokens;
  let at = mention.spanTo;
  while (at < mention.spanTo + 15 && sentences[at] === mention.sentence && !((flags[at] ?? 0) & BREAK)) at += 1;
  return at;
}
