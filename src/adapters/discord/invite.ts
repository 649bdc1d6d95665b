/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const PERMISSION = {
  /** Without it the bot is not in the channel at all: it can neither post there nor see where it is asked. */
  viewChannel: 1n << 10n,
  /** Posts to the channel. Answers to commands need nothing: they go through the interaction's own token. */
  sendMessages: 1n << 11n,
  /** The same in threads, which `sendMessages` does not cover. */
  sendMessagesInThreads: 1n << 38n,
  /** A reply points at the message that it answers, which has to be readable. */
  readMessageHistory: 1n << 16n,
} as const;

const POSTING = PERMISSION.viewChannel | PERMISSION.sendMessages | PERMISSION.sendMessagesInThreads;

/**
 * Where somebody adds the bot to a server, with the permissions that it needs and no other: links inside components
 * are drawn without Embed Links, and Mention Everyone is what it must never have.
 *
 * @param mentions whether mentions of the bot are answered, as replies.
 * @see https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(applicationId: string, { mentions = false }: { readonly mentions?: boolean } = {}): string {
  const permissions = mentions ? POSTING | PERMISSION.readMessageHistory : POSTING;
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
