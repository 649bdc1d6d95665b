import { expect, test } from 'vitest';
import { OverloadedError } from '#chat/queue/request-queue';
import { type IncomingRequest, makeRequestHandler } from '#chat/request-handler';
import { UserError } from '#core/errors';
import { inEnglish, type Text } from '#core/messages/index';
import type { RequestRecord } from '#core/platform';

/** A request handler whose clock advances by 5 ms with each reading. */
function open() {
  const visits: RequestRecord[] = [];
  const errors: [message: string, details: Readonly<Record<string, unknown>> | undefined][] = [];
  let time = 0;
  const ids = ['id1', 'id2'].values();
  const handler = makeRequestHandler(
    'Pigeon',
    {
      logger: { info: () => {}, error: (message, details) => void errors.push([message, details]) },
      record: (visit) => void visits.push(visit),
      newId: () => ids.next().value ?? '',
    },
    () => {
      time += 5;
      return time;
    },
  );
  return { handler, visits, errors };
}

function guest(answer: IncomingRequest['answer'], reportError?: IncomingRequest['reportError']) {
  const errorTexts: string[] = [];
  const report = async (text: Text): Promise<void> => {
    errorTexts.push(inEnglish.message(text));
  };
  return { errorTexts, source: 'command', answer, reportError: reportError ?? report };
}

test('a request is recorded once: user, route, duration, outcome', async () => {
  const { handler, visits, errors } = open();
  await handler.handle(guest(async (id) => ({ outcome: 'answered', command: id === 'id1' ? 'brief' : 'help' })));
  await handler.handle({ ...guest(async () => ({ outcome: 'refused' })), source: 'button' });
  expect(visits).toEqual([
    { platform: 'Pigeon', source: 'command', command: 'brief', ms: 5, outcome: 'answered', id: 'id1' },
    { platform: 'Pigeon', source: 'button', ms: 5, outcome: 'refused', id: 'id2' },
  ]);
  expect(errors).toEqual([]);
});

test('an error is logged once with its cause, and the user gets its id', async () => {
  const { handler, visits, errors } = open();
  const cause = new TypeError('nothing there');
  const request = guest(async () => Promise.reject(cause));
  await handler.handle(request);
  expect(request.errorTexts).toEqual(['Internal error (reference id1).']);
  expect(errors).toEqual([[expect.any(String), { platform: 'Pigeon', source: 'command', id: 'id1', err: cause }]]);
  expect(visits.map(({ outcome }) => outcome)).toEqual(['failed']);
});

test('a synchronous error is caught, too', async () => {
  const { handler, visits } = open();
  const request = guest(() => {
    throw new Error('at once');
  });
  await handler.handle(request);
  expect(request.errorTexts).toHaveLength(1);
  expect(visits).toHaveLength(1);
});

test.each([
  [new OverloadedError(), 'busy'],
  [new UserError('Say which article.'), 'mistake'],
])('an error that the user can correct is shown as it is, and not logged: %s', async (error, outcome) => {
  const { handler, visits, errors } = open();
  const request = guest(async () => Promise.reject(error));
  await handler.handle(request);
  expect(request.errorTexts).toEqual([error.message]);
  expect(visits.map((visit) => visit.outcome)).toEqual([outcome]);
  expect(errors).toEqual([]);
});

test('an error message that does not arrive is logged with its cause', async () => {
  const { handler, visits, errors } = open();
  const [why, gone] = [new Error('broken'), new Error('gone')];
  await handler.handle(
    guest(
      async () => Promise.reject(why),
      async () => Promise.reject(gone),
    ),
  );
  expect(errors.map(([, details]) => details)).toEqual([
    expect.objectContaining({ id: 'id1', err: why }),
    expect.objectContaining({ id: 'id1', err: gone }),
  ]);
  expect(visits).toHaveLength(1);
});

test('failing metrics do not affect requests', async () => {
  const errors: unknown[] = [];
  const handler = makeRequestHandler('Pigeon', {
    logger: { info: () => {}, error: (_, details) => void errors.push(details?.err) },
    record: () => {
      throw new Error('no counter');
    },
    newId: () => 'id',
  });
  await handler.handle(guest(async () => ({ outcome: 'answered' })));
  expect(errors).toEqual([new Error('no counter')]);
});

test('recognises repeated requests, and drops the least recent', () => {
  const { handler } = open();
  expect([handler.seen('first'), handler.seen('first'), handler.seen('second')]).toEqual([false, true, false]);
  for (let index = 0; index < 9_998; index += 1) handler.seen(`${index}`);
  expect(handler.seen('first')).toBe(true);
  handler.seen('one more');
  expect([handler.seen('first'), handler.seen('second')]).toEqual([true, false]);
});

test('settled waits for all requests in progress, including later ones', async () => {
  const { handler } = open();
  await handler.settled();
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const until = (promise: Promise<void>) => guest(async () => promise.then(() => ({ outcome: 'answered' as const })));
  let settled = false;
  void handler.handle(until(first.promise));
  const done = handler.settled().then(() => {
    settled = true;
  });
  void handler.handle(until(second.promise));
  first.resolve();
  await new Promise(setImmediate);
  expect(settled).toBe(false);
  second.resolve();
  await done;
});
