// https://docs.discord.com/developers/reference#snowflakes

/** Milliseconds since 1970, UTC, from which Discord counts. */
const EPOCH = 1_420_070_400_000;

/** Whether a text could be an id of Discord's. */
export const isSnowflake = (id: string): boolean => /^\d{15,20}$/.test(id);

/** The least id of anything that was made at an instant, milliseconds since 1970, UTC. */
export const idAt = (instant: number): bigint => BigInt(Math.max(0, Math.trunc(instant) - EPOCH)) << 22n;
