import { enableCompileCache } from 'node:module';

// JavaScript, because a cold start is measured: to run a first file of TypeScript, Node loads a compiler, which
// takes longer than Node's own start. Behind the cache the files come as they were compiled the last time.
enableCompileCache();
const { runBrief } = await import('./brief.ts');
process.exitCode = await runBrief(process.argv.slice(2));
