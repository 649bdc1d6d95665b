import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

export type Registration = RESTPostAPIApplicationCommandsJSONBody[];
