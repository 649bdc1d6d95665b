/** `waiting`: not connected yet, or not at present, and trying. */
export type PlatformState = 'waiting' | 'connected' | 'lost';

export interface HealthReport {
  readonly ok: boolean;
  readonly platforms: Readonly<Record<string, PlatformState>>;
  /** `ok`, or what keeps schedules from being posted, in words. */
  readonly schedules: string;
}

/** How each platform stands, for those who watch over the process. */
export interface Health {
  setConnected(platform: string, connected: boolean): void;
  /** Final: no later report changes it. */
  setLost(platform: string): void;
  /** All is well where none is lost, one at least is connected if there are any, and schedules are posted. */
  report(): HealthReport;
}

/** @param problem what keeps schedules from being posted at present, in words; undefined where they are. */
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
