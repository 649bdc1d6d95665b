import type { Setting } from '#core/platform';

type Check = NonNullable<Setting['check']>;

/** Shorter values are too easy to guess. */
const MIN_KEY_LENGTH = 32;

const checkKey: Check = (key) =>
  key.length >= MIN_KEY_LENGTH
    ? undefined
    : `ONRECORD_KEY is too short: ${MIN_KEY_LENGTH} characters at least, as from openssl rand -base64 32.`;

const checkPort: Check = (port) =>
  /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536
    ? undefined
    : 'ONRECORD_PORT must be a port: a number from 1 to 65535.';

const yesOrNo =
  (name: string): Check =>
  (value) =>
    value === 'yes' || value === 'no' ? undefined : `${name} must be yes or no.`;

const link =
  (name: string): Check =>
  (address) =>
    /^(?:https?:\/\/|mailto:)\S+$/i.test(address)
      ? undefined
      : `${name} must be the address of a page, or begin with mailto:.`;

const positive =
  (name: string): Check =>
  (value) =>
    /^(?=.*[1-9])\d{1,5}(?:\.\d+)?$/.test(value) ? undefined : `${name} must be a number above 0, such as 30.`;

/** The settings of the process; those of a platform are in its folder. */
export const SETTINGS: readonly Setting[] = [
  { name: 'ONRECORD_CONTENT', about: 'The folder of the articles; default: content.' },
  { name: 'ONRECORD_DATA', about: 'The database file; default: data/onrecord.db.' },
  {
    name: 'ONRECORD_BEGIN_ANEW',
    about:
      'yes creates an empty database if the existing one is missing; otherwise nothing is stored, and Onrecord reports that it is missing.',
    check: yesOrNo('ONRECORD_BEGIN_ANEW'),
  },
  {
    name: 'ONRECORD_KEY',
    about: 'The key for secrets in the database, and for WebSub: openssl rand -base64 32. Keep a copy elsewhere.',
    secret: true,
    check: checkKey,
  },
  {
    name: 'ONRECORD_SUPPORT',
    about: 'Where users ask for help: mailto:help@example.org, or a page.',
    check: link('ONRECORD_SUPPORT'),
  },
  {
    name: 'ONRECORD_TERMS',
    about: 'The address of your terms of service.',
    check: link('ONRECORD_TERMS'),
  },
  {
    name: 'ONRECORD_RETENTION_DAYS',
    about: 'How many days the data of a workspace is kept after it removed Onrecord; default: 30.',
    check: (days) =>
      /^\d{1,4}$/.test(days) ? undefined : 'ONRECORD_RETENTION_DAYS must be a number of days from 0 to 9999.',
  },
  {
    name: 'ONRECORD_PORT',
    about: 'The port for /healthz, /metrics and requests of platforms over HTTP; default: none.',
    check: checkPort,
  },
  { name: 'ONRECORD_HOST', about: 'The address to listen on; default: 127.0.0.1. 0.0.0.0 listens on all addresses.' },
  {
    name: 'ONRECORD_URL',
    about: 'The public address that leads to that port: https://onrecord.example.org.',
    prefix: 'https://',
  },
  {
    name: 'ONRECORD_HEARTBEAT_URL',
    about:
      'An address that is requested each minute while schedules are working, as Healthchecks expects; default: none.',
    prefix: 'http',
    secret: true,
  },
  {
    name: 'ONRECORD_PAGE',
    about: 'yes serves the local page, no does not; default: only if Onrecord runs in a terminal.',
    check: yesOrNo('ONRECORD_PAGE'),
  },
  {
    name: 'ONRECORD_FETCH_ALLOW',
    about: 'Private addresses that links and feeds may lead to, for an intranet; default: none.',
  },
  { name: 'ONRECORD_FETCH_PORTS', about: 'Ports that links and feeds may use besides 80 and 443: 8080,9000-9010.' },
  {
    name: 'ONRECORD_CONTACT',
    about: 'How site operators can reach you, a URL or an e-mail address; sent with every request to them.',
  },
  {
    name: 'ONRECORD_ARCHIVE_DAYS',
    about: 'How many days articles of feeds are kept; default: 90.',
    check: positive('ONRECORD_ARCHIVE_DAYS'),
  },
  {
    name: 'ONRECORD_ARCHIVE_GB',
    about: 'How much disk space they may use, in gigabytes; default: 2.',
    check: positive('ONRECORD_ARCHIVE_GB'),
  },
];
