import { discord } from '#adapters/discord/platform';
import { slack } from '#adapters/slack/platform';
import type { Platform } from '#core/platform';

/** Every chat platform, in the order in which they are listed. A new one is a folder and a line here. */
export const platforms: readonly Platform[] = [slack, discord];
