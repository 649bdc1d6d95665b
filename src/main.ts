import { startApp } from '#app';
import { readConfig } from '#config';
import { UserError } from '#core/errors';

try {
  const app = await startApp(readConfig(), process);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void app.stop());
  await app.ended;
  await app.stop();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
