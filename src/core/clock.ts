/** The clock, passed as a dependency: milliseconds since 1970, UTC. */
export interface Clock {
  now(): number;
  /**
   * Resolves at an instant or after it, or when the signal says so; never rejects. A clock that was set back resolves
   * it too, so the caller must check the time again.
   */
  until(instant: number, signal: AbortSignal): Promise<void>;
}
