import type { Content } from './compose.ts';

/** What one slot is going to show and how far it has come: written down before each step that a crash could hide. */
export interface Plan {
  readonly content: Content;
  /** When it was first about to be sent, and after when it is not made up any more: milliseconds since 1970, UTC. */
  readonly begun: number;
  readonly until: number;
  /** The place in the thread that comes next: all before it are settled, none behind it was ever sent. */
  readonly next: number;
  /** The parent's message, once there is one. */
  readonly parent?: string;
  /** What became of messages of the thread that are missing. */
  readonly notes: readonly string[];
}

export const writePlan = (plan: Plan): string => JSON.stringify(plan);

/** A plan as it was written down; `damaged` where something else stands there. */
export function readPlan(text: string): Plan | 'damaged' {
  try {
    const plan = JSON.parse(text) as Partial<Plan> | null;
    return plan?.content && plan.notes && plan.next !== undefined ? (plan as Plan) : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** The message at the next place is there, under this id. */
export const advanced = (plan: Plan, message: string): Plan => ({
  ...plan,
  next: plan.next + 1,
  parent: plan.parent ?? message,
});

/** The message at the next place is given up. */
export const skipped = (plan: Plan, note: string): Plan => ({
  ...plan,
  next: plan.next + 1,
  notes: [...plan.notes, note],
});

/** The rest of the thread is given up. */
export const cut = (plan: Plan, note: string): Plan => ({
  ...plan,
  next: plan.content.thread + 1,
  notes: [...plan.notes, note],
});
