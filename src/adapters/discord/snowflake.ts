// https://docs.discord.com/developers/reference#snowflakes

/** Whether a text has the form of a Discord ID. */
export const isSnowflake = (id: string): boolean => /^\d{15,20}$/.test(id);

/** Returns the ID of an object created the given milliseconds before the one with this ID. */
export const idBefore = (id: string, milliseconds: number): bigint => BigInt(id) - (BigInt(milliseconds) << 22n);
