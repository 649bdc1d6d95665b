import { runProgram } from '#cli/arguments';

const USAGE = `Usage: npm run screenshots

Retakes the pictures of the README in Chromium, and records what they show.`;

process.exitCode = await runProgram({
  usage: USAGE,
  options: {},
  takesArguments: false,
  main: async () => {
    await import('./retake.ts');
    return 0;
  },
});
