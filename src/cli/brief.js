import { enableCompileCache } from 'node:module';

// JavaScript, because a cold start is measured: to run a first file of TypeScript, Node loads a compiler, which
// takes longer than Node's own start. Behind the cache the files come as they were compiled the last time.
//
// The flags in package.json are for the same:
// --no-lazy                     the cache keeps all functions, not only those that ran while a file was loaded
// --no-sparkplug --no-maglev    in a run this short, compilers in between cost more than their code saves
// --no-regexp-tier-up           a pattern is otherwise prepared twice, for its first use and for the next
// --min-semi-space-size=32      the run ends before there is anything to collect
// They stand there because V8 may crash when its flags are set in a process that has begun.
enableCompileCache();
const { runBrief } = await import('./brief.ts');
process.exitCode = await runBrief(process.argv.slice(2));
