import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// JavaScript, because a cold start is measured: to run a first file of TypeScript, Node loads a compiler, which
// takes longer than Node's own start. Behind the cache the files come as they were compiled the last time.
// A pattern is otherwise prepared twice, for its first use and for the next; in a run this short, both are paid.
setFlagsFromString('--no-regexp-tier-up');
enableCompileCache();
const { runBrief } = await import('./brief.ts');
process.exitCode = await runBrief(process.argv.slice(2));
