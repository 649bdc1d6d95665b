import { UserError } from '#core/errors';
import { type Message, message } from '#core/messages/index';
import { fold, foldedKey, truncateForDisplay } from '#text/fold';
import { type Choosable, choose } from './choices.ts';
import { nearest } from './nearest.ts';

/** Common names of zones that are named after a city: countries, and abbreviations that are nearly unambiguous. */
const COMMON_NAMES: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  kst: 'Asia/Seoul',
  korea: 'Asia/Seoul',
  jst: 'Asia/Tokyo',
  japan: 'Asia/Tokyo',
  cet: 'Europe/Paris',
  cest: 'Europe/Paris',
  eet: 'Europe/Athens',
  bst: 'Europe/London',
  uk: 'Europe/London',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  ct: 'America/Chicago',
  cdt: 'America/Chicago',
  mt: 'America/Denver',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  washington: 'America/New_York',
  boston: 'America/New_York',
  sanfrancisco: 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  beijing: 'Asia/Shanghai',
  delhi: 'Asia/Kolkata',
  newdelhi: 'Asia/Kolkata',
  mumbai: 'Asia/Kolkata',
  india: 'Asia/Kolkata',
  calcutta: 'Asia/Kolkata',
  kiev: 'Europe/Kyiv',
  saigon: 'Asia/Ho_Chi_Minh',
  geneva: 'Europe/Zurich',
  munich: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  milan: 'Europe/Rome',
  barcelona: 'Europe/Madrid',
  ankara: 'Europe/Istanbul',
  abuja: 'Africa/Lagos',
  capetown: 'Africa/Johannesburg',
  canberra: 'Australia/Sydney',
  wellington: 'Pacific/Auckland',
};

/** Ambiguous abbreviations, which mean a different zone in each of several countries. */
const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  cst: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  ast: ['America/Halifax', 'Asia/Riyadh'],
  gst: ['Asia/Dubai', 'Pacific/Guam'],
  sst: ['Asia/Singapore', 'Pacific/Pago_Pago'],
};

/** Names changed in the time zone database that JavaScript engines still list under the old name. */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

const IDS: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => RENAMED[zone] ?? zone);

/** Every zone with the names that users type for it. */
const ZONES: readonly Choosable[] = [...new Set(IDS)].map((zone) => ({
  label: zone,
  value: zone,
  names: [zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '), zone, ...commonNamesOf(zone)],
}));

function commonNamesOf(zone: string): readonly string[] {
  return Object.keys(COMMON_NAMES).filter((name) => COMMON_NAMES[name] === zone);
}

/** The ids of all zones. */
export const zoneIds = (): readonly string[] => ZONES.map(({ value }) => value);

/** The default suggestions: the zones of most readers, one for each offset. */
const SUGGESTED: readonly string[] = (
  'Europe/London Europe/Paris Europe/Berlin Europe/Kyiv Europe/Istanbul America/New_York America/Chicago America/Denver ' +
  'America/Los_Angeles America/Toronto America/Mexico_City America/Sao_Paulo Africa/Lagos Africa/Cairo Africa/Nairobi ' +
  'Africa/Johannesburg Asia/Dubai Asia/Kolkata Asia/Singapore Asia/Shanghai Asia/Seoul Asia/Tokyo Australia/Sydney ' +
  'Pacific/Auckland UTC'
).split(' ');

/** The most likely zone for a language, or for a regional variant of it. */
const BY_LOCALE: Readonly<Record<string, string>> = {
  ...{
    'en-GB': 'Europe/London',
    'en-US': 'America/New_York',
    'pt-BR': 'America/Sao_Paulo',
    'es-419': 'America/Mexico_City',
  },
  ...{ 'zh-TW': 'Asia/Taipei', bg: 'Europe/Sofia', cs: 'Europe/Prague', da: 'Europe/Copenhagen', de: 'Europe/Berlin' },
  ...{ el: 'Europe/Athens', es: 'Europe/Madrid', fi: 'Europe/Helsinki', fr: 'Europe/Paris', hi: 'Asia/Kolkata' },
  ...{ hr: 'Europe/Zagreb', hu: 'Europe/Budapest', id: 'Asia/Jakarta', it: 'Europe/Rome', ja: 'Asia/Tokyo' },
  ...{ ko: 'Asia/Seoul', lt: 'Europe/Vilnius', nl: 'Europe/Amsterdam', no: 'Europe/Oslo', pl: 'Europe/Warsaw' },
  ...{ ro: 'Europe/Bucharest', ru: 'Europe/Moscow', sv: 'Europe/Stockholm', th: 'Asia/Bangkok', tr: 'Europe/Istanbul' },
  ...{ uk: 'Europe/Kyiv', vi: 'Asia/Ho_Chi_Minh', zh: 'Asia/Shanghai' },
};

/** Returns up to 25 zones that match the input, best first. @param locale of the user, for the first suggestion. */
export function zoneChoices(typed: string, locale = '') {
  if (typed.trim() !== '') return choose(ZONES, typed);
  const guess = BY_LOCALE[locale] ?? BY_LOCALE[locale.split('-')[0] ?? ''];
  const zones = new Set([...(guess === undefined ? [] : [guess]), ...SUGGESTED]);
  return [...zones].slice(0, SUGGESTED.length).map((zone) => ({ label: zone, value: zone }));
}

/**
 * Parses an IANA zone from its name, its city, or its common name.
 *
 * @throws UserError suggesting similar zones.
 */
export function zoneOf(typed: string): string {
  const wanted = foldedKey(typed);
  const found =
    COMMON_NAMES[wanted] ?? ZONES.find(({ names }) => names.some((name) => foldedKey(name) === wanted))?.value;
  if (found !== undefined && wanted !== '') return found;
  const other = olderName(typed);
  if (other !== undefined) return other;
  const offset = offsetZone(typed);
  if (offset !== undefined) return offset;
  const several = AMBIGUOUS[wanted];
  const [near] = several ? [] : nearest(typed, ZONES);
  const hint = near === undefined ? message('hint.city') : message('hint.didYouMean', { names: near });
  const shown = truncateForDisplay(typed);
  if (several) throw new UserError(message('error.severalZones', { typed: shown, names: orList(several) }));
  throw new UserError(message('error.noZone', { typed: shown, hint }));
}

const orList = (names: readonly string[]): Message =>
  message('list.or', { others: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });

/** An alias that the database accepts but lists under another name: `US/Eastern`. */
function olderName(typed: string): string | undefined {
  if (!typed.includes('/')) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions();
    return RENAMED[timeZone] ?? timeZone;
  } catch {
    return undefined;
  }
}

// UTC+9   GMT-3   +09:00   Only whole hours have a zone with a fixed offset: Etc/GMT-9 is nine hours ahead.
function offsetZone(typed: string): string | undefined {
  const [, sign, hours] =
    /^(?:utc|gmt)?([+-])(\d{1,2})(?::?00)?$/.exec(fold(typed).replace(/[\s−]/g, (mark) => (mark === '−' ? '-' : ''))) ??
    [];
  if (sign === undefined || Number(hours) > (sign === '+' ? 14 : 12)) return undefined;
  return Number(hours) === 0 ? 'UTC' : `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}
