/** `waiting`: not connected yet, or not at present, and trying. */
export type PlatformState = 'waiting' | 'connected' | 'lost';

export interface HealthReport {
  readonly ok: boolean;
  readonly platforms: Readonly<Record<string, PlatformState>>;
}

/** How each platform stands, for those who watch over the process. */
export interface Health {
  setConnected(platform: string, connected: boolean): void;
  /** For good: nothing that is told later changes it. */
  setLost(platform: string): void;
  /** All is well where none is lost and one at least is connected, if there are any. */
  report(): HealthReport;
}

export function makeHealth(platforms: readonly string[]): Health {
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
      return { ok: served && !all.includes('lost'), platforms: Object.fromEntries(states) };
    },
  };
}
