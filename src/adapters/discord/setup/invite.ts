/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const PERMISSION = {
  /** Without it the channel is inaccessible: the bot can neither post nor see requests there. */
  viewChannel: 1n << 10n,
  /** Posts to the channel. Answers to commands need no permission: they use the interaction's own token. */
  sendMessages: 1n << 11n,
  /** Creates the thread of a post for its details. */
  createPublicThreads: 1n << 35n,
  /** Posts in threads, which `sendMessages` does not cover. */
  sendMessagesInThreads: 1n << 38n,
  /**
   * Finds a post whose sending was interrupted, so that it is not posted twice; allows replies to reference a message.
   */
  readMessageHistory: 1n << 16n,
  /** Sends the pictures of posts and shared answers. */
  attachFiles: 1n << 15n,
} as const;

const PERMISSIONS = Object.values(PERMISSION).reduce((all, bit) => all | bit, 0n);

/**
 * Returns the link that adds the bot to a server with only the permissions it needs: links inside components work
 * without Embed Links, and the bot must never have Mention Everyone.
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
