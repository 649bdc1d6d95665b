import { commands, translations } from '#commands';
import { readConfig } from '#config';
import { UserError } from '#core/errors';
import { formatDiagnostics } from './diagnostics.ts';
import { print, printError } from './print.ts';

// npm run doctor   checks the configuration without changing it; exits with 1 if something needs fixing
try {
  const { connections } = readConfig();
  if (connections.length === 0) {
    print('No chat platform is configured: npm run setup says how. The terminal needs nothing: npm start.');
  }
  for (const connection of connections) {
    const findings = await connection.diagnose({ commands, translations });
    print(formatDiagnostics(connection.name, findings));
    if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  printError(error.message);
  process.exitCode = 1;
}
