import { commands, translations } from '#commands';
import { readConfig } from '#config';
import { runProgram } from './arguments.ts';
import { formatDiagnostics } from './diagnostics.ts';
import { print } from './print.ts';

const USAGE = `Usage: npm run doctor

Checks the settings and the connection of each chat platform, and changes nothing. The exit code is 1 if something
needs fixing.`;

process.exitCode = await runProgram({ usage: USAGE, options: {}, takesArguments: false, main: diagnose });

async function diagnose(): Promise<number> {
  const { connections } = readConfig();
  if (connections.length === 0) {
    print('No chat platform is configured: npm run setup says how. The terminal needs nothing: npm start.');
  }
  let exitCode = 0;
  for (const connection of connections) {
    const findings = await connection.diagnose({ commands, translations });
    print(formatDiagnostics(connection.name, findings));
    if (findings.some(({ ok }) => !ok)) exitCode = 1;
  }
  return exitCode;
}
