import { enableCompileCache } from 'node:module';

// JavaScript, because a cold start is measured: to run a first file of TypeScript, Node loads a compiler, which
// takes longer than Node's own start. Behind the cache the files come as they were compiled the last time.
//
// The flags in package.json are for the same: a pattern is otherwise prepared twice, for its first use and for the
// next, and a small nursery is swept again and again; in a run this short, both are paid for and neither pays off.
// They stand there because V8 may crash when its flags are set in a process that has begun.
enableCompileCache();
const { runBrief } = await import('./brief.ts');
process.exitCode = await runBrief(process.argv.slice(2));
