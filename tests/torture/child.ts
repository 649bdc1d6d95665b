import { startApp } from '#app';
import { readConfig } from '#config';
import { shiftedClock } from '../support/shifted-clock.ts';

// The whole process, with a clock that its parent process sets.

const clock = shiftedClock();
process.on('message', ({ ahead }: { readonly ahead: number }) => clock.set(ahead));

// Its first message is the time.
await new Promise((resolve) => process.once('message', resolve));
const app = await startApp(readConfig(), process, { clock, random: Math.random });
process.send?.('ready');
await app.ended;
