import { expect, test } from 'vitest';
import type { RequestRecord } from '#core/platform';
import { makeMetrics } from '#telemetry/metrics';
import { makeRequestLog } from '#telemetry/request-log';

const VISIT: RequestRecord = {
  platform: 'Pigeon',
  source: 'command',
  command: 'brief',
  ms: 40,
  outcome: 'answered',
  id: 'id1',
};

const open = () =>
  makeMetrics({
    platforms: ['Pigeon', 'Owl'],
    commands: ['brief', 'quotes'],
    articles: () => 7,
    overdueMs: () => 90_000,
  });

test('counts and times each request', async () => {
  const metrics = open();
  metrics.record(VISIT);
  metrics.record(VISIT);
  metrics.record({ ...VISIT, outcome: 'busy', source: 'button' });
  const { contentType, body } = await metrics.scrape();
  expect(contentType).toMatch(/^text\/plain/);
  expect(body).toContain(
    'onrecord_invocations_total{platform="Pigeon",source="command",command="brief",outcome="answered"} 2',
  );
  expect(body).toContain('onrecord_answer_seconds_bucket{le="0.05",platform="Pigeon",source="command"} 2');
  expect(body).toContain('onrecord_answer_seconds_bucket{le="0.025",platform="Pigeon",source="command"} 0');
});

test('exports process metrics, each with the prefix', async () => {
  const metrics = open();
  metrics.setConnected('Pigeon', true);
  let waiting = 0;
  metrics.watchQueue('Owl', () => waiting);
  waiting = 12;
  const { body } = await metrics.scrape();
  expect(body).toContain('onrecord_platform_up{platform="Pigeon"} 1');
  expect(body).toContain('onrecord_platform_up{platform="Owl"} 0');
  expect(body).toContain('onrecord_queue_length{platform="Owl"} 12');
  expect(body).toContain('onrecord_articles 7');
  expect(body).toContain('onrecord_process_resident_memory_bytes');
  const names = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(names.filter((line) => !line.startsWith('onrecord_'))).toEqual([]);
});

test('uses no user input as a label', async () => {
  const metrics = open();
  for (let index = 0; index < 100; index += 1) {
    const forged = `forged"} 1\n${index}`;
    metrics.record({ ...VISIT, platform: forged, source: forged, command: forged, outcome: forged as 'failed' });
    metrics.setConnected(forged, true);
  }
  const { command: _, ...unnamed } = VISIT;
  metrics.record(unnamed);
  const { body } = await metrics.scrape();
  expect(body).not.toContain('forged');
  expect(body).toContain('{platform="other",source="other",command="other",outcome="other"} 100');
  expect(body).toContain('{platform="Pigeon",source="command",command="none",outcome="answered"} 1');
});

test('keeps two sets of metrics in a process apart', async () => {
  open().record(VISIT);
  expect((await open().scrape()).body).not.toContain('command="brief"');
});

test('logs one line for each request, without unknown command names', () => {
  const lines: unknown[] = [];
  const logger = { info: (...line: unknown[]) => void lines.push(line), error: () => {} };
  const record = makeRequestLog(logger, open(), ['brief']);
  record({ ...VISIT, ms: 12.3456 });
  record({ ...VISIT, command: 'what somebody wrote' });
  expect(lines).toEqual([
    ['request', { platform: 'Pigeon', source: 'command', command: 'brief', ms: 12.3, outcome: 'answered', id: 'id1' }],
    ['request', { platform: 'Pigeon', source: 'command', ms: 40, outcome: 'answered', id: 'id1' }],
  ]);
});

test('counts posts by outcome, with the age of the oldest queued one', async () => {
  const metrics = open();
  metrics.countPost('sent', true);
  metrics.countPost('missed', false);
  const { body } = await metrics.scrape();
  expect(body).toContain('onrecord_posts_total{state="sent",late="yes"} 1');
  expect(body).toContain('onrecord_posts_total{state="missed",late="no"} 1');
  expect(body).toContain('onrecord_oldest_due_seconds 90');
});
