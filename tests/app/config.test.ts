import { expect, test } from 'vitest';
import { configOf } from '#config';

const KEY = 'k'.repeat(32);

test('without any setting, the defaults apply', () => {
  expect(configOf({})).toMatchObject({
    content: 'content',
    data: 'data/onrecord.db',
    beginAnew: false,
    retentionDays: 30,
    retention: { days: 90, bytes: 2e9 },
    connections: [],
    secrets: [],
  });
  expect(configOf({})).not.toHaveProperty('web');
});

test('settings are read', () => {
  const config = configOf({
    ONRECORD_BEGIN_ANEW: 'yes',
    ONRECORD_KEY: KEY,
    ONRECORD_SUPPORT: 'mailto:help@example.org',
    ONRECORD_TERMS: 'https://example.org/terms',
    ONRECORD_RETENTION_DAYS: '0',
    ONRECORD_PORT: '8080',
    ONRECORD_URL: 'https://onrecord.example.org/',
    ONRECORD_ARCHIVE_DAYS: ' 7 ',
    ONRECORD_ARCHIVE_GB: '0.5',
  });
  expect(config).toMatchObject({
    beginAnew: true,
    key: KEY,
    support: 'mailto:help@example.org',
    terms: 'https://example.org/terms',
    retentionDays: 0,
    web: { host: '127.0.0.1', port: 8080 },
    url: 'https://onrecord.example.org',
    retention: { days: 7, bytes: 5e8 },
    secrets: [KEY],
  });
});

test.each([
  ['ONRECORD_CONTENT', 'package.json', /there is no folder “package.json”; make it or name another/],
  ['ONRECORD_KEY', 'k'.repeat(31), /is too short: 32 characters at least/],
  ['ONRECORD_SUPPORT', 'help@example.org', /must be the address of a page, or begin with mailto:/],
  ['ONRECORD_TERMS', 'javascript:alert(1)', /must be the address of a page, or begin with mailto:/],
  ['ONRECORD_RETENTION_DAYS', '-1', /must be a number of days from 0 to 9999/],
  ['ONRECORD_PORT', '0', /must be a port: a number from 1 to 65535/],
  ['ONRECORD_PORT', '65536', /must be a port: a number from 1 to 65535/],
  ['ONRECORD_URL', 'http://onrecord.example.org', /is not valid: it must begin with https:\/\//],
  ['ONRECORD_HEARTBEAT_URL', 'https://hc ping.com', /contains white space: copy it again/],
  ['ONRECORD_PAGE', 'maybe', /must be yes or no/],
  ['ONRECORD_BEGIN_ANEW', '1', /must be yes or no/],
  ['ONRECORD_ARCHIVE_DAYS', '0', /must be a number above 0, such as 30/],
  ['ONRECORD_ARCHIVE_GB', '0.0', /must be a number above 0, such as 30/],
  ['ONRECORD_ARCHIVE_GB', 'two', /must be a number above 0, such as 30/],
])('%s=%s is refused', (name, value, sentence) => {
  expect(() => configOf({ [name]: value })).toThrow(sentence);
  expect(() => configOf({ [name]: value })).toThrow(new RegExp(`^${name}`));
});
