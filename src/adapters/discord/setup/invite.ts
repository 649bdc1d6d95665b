/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const PERMISSION = {
  /** Without it the bot is not in the channel at all: it can neither post there nor see where it is asked. */
  viewChannel: 1n << 10n,
  /** Posts to the channel. Answers to commands need nothing: they go through the interaction's own token. */
  sendMessages: 1n << 11n,
  /** Makes the thread of a post, which its detail goes in. */
  createPublicThreads: 1n << 35n,
  /** The same as `sendMessages` in threads, which that does not cover. */
  sendMessagesInThreads: 1n << 38n,
  /** Finds a post again whose sending was cut short, so that it is not posted twice; lets a reply point at its question. */
  readMessageHistory: 1n << 16n,
} as const;

const PERMISSIONS = Object.values(PERMISSION).reduce((all, bit) => all | bit, 0n);

/**
 * The link that adds the bot to a server with only the permissions it needs: links inside components work without
 * Embed Links, and the bot must never have Mention Everyone.
 *
 * @see https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(PERMISSIONS),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
