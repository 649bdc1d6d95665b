/** `waiting`: not connected yet or at present, and retrying. */
export type PlatformState = 'waiting' | 'connected' | 'lost';

export interface HealthReport {
  readonly ok: boolean;
  readonly platforms: Readonly<Record<string, PlatformState>>;
  /** `ok`, or the reason why schedules are not posted. */
  readonly schedules: string;
}

/** The state of each platform, for monitoring. */
export interface Health {
  setConnected(platform: string, connected: boolean): void;
  /** Final: no later report changes it. */
  setLost(platform: string): void;
  /** All is well if none is lost, at least one is connected (if there are any), and schedules are posted. */
  report(): HealthReport;
}

/** @param problem returns the reason why schedules are not posted at present, or undefined if they are. */
export function makeHealth(platforms: readonly string[], problem: () => string | undefined = () => undefined): Health {
  const states = new Map<string, PlatformState>(platforms.map((name) => [name, 'waiting']));
  const set = (name: string, state: PlatformState): void => {
    if (states.get(name) !== 'lost') states.set(name, state);
  };
  return {
    setConnected: (name, connected) => set(name, connected ? 'connected' : 'waiting'),
    setLost: (name) => set(name, 'lost'),
    report: () => {
      const all = [...states.values()];
      const served = all.length === 0 || all.includes('connected');
      const schedules = problem() ?? 'ok';
      return {
        ok: served && !all.includes('lost') && schedules === 'ok',
        platforms: Object.fromEntries(states),
        schedules,
      };
    },
  };
}
