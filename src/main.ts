import { enableCompileCache } from 'node:module';
import { UserError } from '#core/errors';
import { sanitizeOutput } from '#text/sanitize';

// Before anything that is worth keeping compiled is loaded.
enableCompileCache();
try {
  const [{ startApp }, { readConfig }] = await Promise.all([import('#app'), import('#config')]);
  const app = await startApp(readConfig(), process);
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.once(signal, () => void app.stop());
  process.exitCode = await app.ended;
  await app.stop();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${sanitizeOutput(error.message)}\n`);
  process.exitCode = 1;
}
