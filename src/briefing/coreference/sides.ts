import { SIDES } from '../words/places.ts';
import { type DefaultCountries, INTERNATIONAL_BODIES, isNational } from './affiliation.ts';
import type { Entity } from './entity.ts';

/**
 * The country, union or party that an entity speaks for: officials and institutions for the state, members and
 * candidates for the party. A wrong side is worse than none.
 *
 * @param defaults the countries of officials without a stated one.
 */
export function sideOf(entity: Entity, defaults: DefaultCountries): string | undefined {
  const { type, role = '', words, official } = entity;
  const isPerson = type === 'person' || type === 'anonymous';
  const holdsOffice = (isPerson ? official || IS_LEADER.test(role) : official) && !NO_OFFICE.test(titleOf(entity));
  const party = isOwnName(entity) ? undefined : entity.party;
  if (party !== undefined && !(holdsOffice && official)) return party;
  if (speaksForState(entity, holdsOffice)) return entity.side;
  if (party !== undefined || !holdsOffice || !isOfGovernment(entity)) return party;
  const isNamed = type === 'person' && words.length > 0;
  if (!isNamed) return MAY_BE_OF_MANY.test(entity.name) ? undefined : defaults.unnamed;
  return entity.office === undefined && isNationalOffice(role, defaults.named) ? defaults.named : undefined;
}

/** Whether an entity with a country speaks for it: “the Norwegian ministry”, unlike “a Norwegian bank”. */
function speaksForState(entity: Entity, holdsOffice: boolean): boolean {
  const { name, side } = entity;
  if (side === undefined) return false;
  if (INTERNATIONAL_BODIES.has(side)) return entity.type !== 'group' || entity.official;
  if (isCountry(name.toLowerCase().replace(/^the /, ''))) return true;
  const title = titleOf(entity);
  if (!holdsOffice || isPrivate(entity) || LOCAL.test(title) || OF_MANY.test(name)) return false;
  return !JUSTICE.test(title) || [...entity.forms, name].some((form) => namesCountry(form, side));
}

/** “Norway”, “Oslo”, unlike “Norwegians”, who have more than one voice */
const isCountry = (name: string): boolean =>
  SIDES.has(name) && !isNational(name) && !isNational(name.replace(/s$/, ''));

/**
 * “the Norwegian Association of Harbours”, “head of the Norwegian Harbour Club”; an institute that only its description
 * gives to the state is part of it: “the Institute of Docks, a think tank of the ministry in Oslo”.
 */
const isPrivate = (entity: Entity): boolean =>
  PRIVATE_BODY.test(titleOf(entity)) &&
  (entity.type !== 'organisation' || entity.words.length === 0 || namesCountry(entity.name, entity.side ?? ''));

/** “Norwegian police”, “police in Norway”, unlike “Oslo police” */
const namesCountry = (form: string, side: string): boolean => {
  const words = form.toLowerCase().split(/[\s’']+/);
  return (
    form.includes(side) || words.some((word) => SIDES.get(word) === side && (isNational(word) || INITIALS.test(word)))
  );
};

const INITIALS = /^(?:u\.?[sk]\.?|uae|dprk)$/;

/** Its name without that of a person, its role and its body. */
const titleOf = ({ type, name, role = '', office = '', body = '', words }: Entity): string =>
  [
    type === 'person' && words.length > 0 ? '' : name,
    role,
    office,
    HIGH_OFFICE.test(role) ? body.replace(A_PARTY, '') : body,
  ].join(' ');
/** A president or minister may be described by a party as well. */
const HIGH_OFFICE = /^(?:president|prime minister|premier|chancellor|(?:\S+ )?minister)$/i;
const A_PARTY = /\bparty\b/gi;

/** “Norwegian leader”, unlike “party leader”. */
const IS_LEADER = /^(?:(?:supreme|interim|military|de facto|top|paramount|transitional) )?(?:leader|ruler)$/i;
/** “Finance Minister”, “vice president”, unlike “union president” and the “chief minister” of a state. */
const NATIONAL_OFFICE =
  /^(?:(?:vice|acting|interim|deputy|transitional)[ -])?president$|(?<!chief )\bminister(?: (?:of|for) .+)?$|^home secretary$/i;
/** Countries whose states or provinces have ministers too. */
const FEDERATIONS: ReadonlySet<string> = new Set(
  'Argentina Australia Austria Bosnia Canada Germany India Iraq Pakistan'.split(' '),
);
const OF_FEDERATION = /\b(?:president|prime|federal|union|foreign|defen[cs]e)\b/i;

const isNationalOffice = (role: string, country = ''): boolean =>
  NATIONAL_OFFICE.test(role) && (!FEDERATIONS.has(country) || OF_FEDERATION.test(role));
/** Who has left an office, or only seeks one, does not speak for the state; nor does the opposition. */
const NO_OFFICE = /\b(?:former|ex|retired|late|candidate|nominee|contender|opposition|shadow|designate)\b/i;
const PRIVATE_BODY =
  /\b(?:association|society|federation|foundation|institute|university|college|school|company|corp|corporation|group|bank|airlines?|airways|club|church|hospital|alliance|network|coalition|(?<!european |african )union(?! (?:ministry|minister|home|cabinet|government))|party|times|herald|post|tribune|journal|gazette|chamber|academy|think tank|team|league|committee for|centre|center|business|companies|firms?|activists?|analysts?|students?|journalists?|citizens|nationals|residents|families|opposition|rebels?|separatists?|militants?)\b/i;
/** Local officials speak for their town or province. */
const LOCAL =
  /\b(?:mayors?|municipal\w*|city|town|district|county|provincial|province|regional|region|local|village|councill?ors?|governors?|prefecture|precinct|metropolitan|state (?:senator|police|government|minister))\b/i;
const JUSTICE = /\b(?:police|prosecutors?|prosecution|attorney|sheriff|investigators?|detectives?|officers?)\b/i;
/** “environment ministers” may be those of a union. */
const MAY_BE_OF_MANY = /\b(?:ministers|presidents|premiers|governments)$/i;
/** “the two navy chiefs” may be from two countries. */
const OF_MANY = /^(?:the )?(?:two|both|three|four|five|several|many|some|other|\d+)\b/i;

/** The government or its offices, which a story at home names without their country. */
const isOfGovernment = (entity: Entity): boolean =>
  GOVERNMENT.test(titleOf(entity)) &&
  ![PRIVATE_BODY, LOCAL, JUSTICE, OF_MANY, ABROAD].some((pattern) => pattern.test(titleOf(entity)));
const GOVERNMENT =
  /\b(?:government|ministry|ministries|ministers?|cabinet|president(?:ial)?|military|army|navy|air force|state media|palace|junta|parliament|chancellery|defen[cs]e|intelligence|officials?|authorities)\b/i;
const ABROAD = /\b(?:international|world|global|foreign (?:officials|governments)|western|european|regional)\b/i;

/** “People’s Alliance Party”, of which “Alliance Party” is a part, and no other party. */
const isOwnName = ({ name, party = '' }: Entity): boolean =>
  name !== party && name.endsWith(party) && party.endsWith('Party');
