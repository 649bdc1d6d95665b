import { enableCompileCache } from 'node:module';

// Half of a cold start is compiling; kept between runs, it is paid once. What is imported before this line is
// not kept, which is why the work stands in a file of its own.
enableCompileCache();
const { runBrief } = await import('./run-brief.ts');
process.exitCode = await runBrief(process.argv.slice(2));
