import { serveTasks } from '../reader/serve-tasks.ts';
import { draw } from './draw.ts';
import type { DrawResult, DrawTask } from './protocol.ts';

// A worker thread that draws pictures: see ./index.ts.

serveTasks<DrawTask, DrawResult>(draw, (bytes) => (bytes ? [bytes.buffer] : []));
