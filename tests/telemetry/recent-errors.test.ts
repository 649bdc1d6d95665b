import { expect, test } from 'vitest';
import { rememberErrors } from '#telemetry/recent-errors';

test('the last twenty errors are remembered, newest first, and all are logged', () => {
  const logged: string[] = [];
  let time = 0;
  const { logger, errors } = rememberErrors(
    { info: () => {}, error: (message) => void logged.push(message) },
    () => time++,
  );
  logger.info('connected', {});
  for (let count = 0; count < 25; count++) logger.error(`error ${count}`, count === 24 ? { id: 'r1', text: 'x' } : {});
  expect(logged).toHaveLength(25);
  expect(errors()).toHaveLength(20);
  expect(errors()[0]).toEqual({ at: 24, message: 'error 24', id: 'r1' });
  expect(errors().at(-1)).toEqual({ at: 5, message: 'error 5' });
});
