// https://docs.discord.com/developers/reference#snowflakes

/** Whether a text could be an id of Discord's. */
export const isSnowflake = (id: string): boolean => /^\d{15,20}$/.test(id);

/** The id of what was made so many milliseconds before what has this id. */
export const idBefore = (id: string, milliseconds: number): bigint => BigInt(id) - (BigInt(milliseconds) << 22n);
