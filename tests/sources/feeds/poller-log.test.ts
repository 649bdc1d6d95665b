import { expect, test } from 'vitest';
import { UserError } from '#core/errors';
import { makePoller } from '#sources/feeds/poller';

test('a store that fails for many rounds is one line in the log, and one more if it fails again later', async () => {
  const lines: string[] = [];
  const done = Promise.withResolvers<void>();
  let rounds = 0;
  const deps = {
    store: {
      claim: async () => {
        rounds += 1;
        if (rounds === 20) done.resolve();
        if (rounds !== 10) throw new UserError('the disk is full');
        return [];
      },
      claimItems: async () => [],
      ready: async () => undefined,
      release: async () => {},
    },
    clock: { now: () => 0, until: async () => {} },
    logger: { info: () => {}, error: (text: string) => lines.push(text) },
    owner: 'test',
  };
  const poller = makePoller(deps as unknown as Parameters<typeof makePoller>[0]);
  poller.start();
  await done.promise;
  await poller.stop(0);
  expect(lines).toEqual(['polling feeds failed', 'polling feeds failed']);
});
