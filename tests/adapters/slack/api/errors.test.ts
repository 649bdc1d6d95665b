import { expect, test } from 'vitest';
import { toSlackApiError } from '../../../../src/adapters/slack/api/errors.ts';

const failed = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

test.each([
  ['EAI_AGAIN', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['ECONNREFUSED', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
  ['ECONNRESET', 'unanswered'],
  ['UND_ERR_HEADERS_TIMEOUT', 'unanswered'],
])('a call that ends with %s is %s', (code, reason) => {
  expect(toSlackApiError('chat.postMessage', failed(code))).toMatchObject({ reason });
});
