/** The scopes of the bot, with the purpose of each: https://docs.slack.dev/reference/scopes */
export const SCOPES = [
  // Slash commands, and the message shortcut “Brief this”.
  'commands',
  // Answers to mentions and direct messages, and shared answers.
  'chat:write',
  // Receiving mentions of the app.
  'app_mentions:read',
  // Receiving direct messages to the app; it reads no channel.
  'im:history',
  // Reading the file attached to a message that a user wants briefed.
  'files:read',
  // Whether a user is an admin, and so may change schedules; the user’s time zone.
  'users:read',
] as const;

/** For finding the app's own posts in public and private channels. */
export const HISTORY_SCOPES = ['channels:history', 'groups:history'] as const;

/** For checking who may post in a public or private channel before an answer is shared there. */
export const READ_SCOPES = ['channels:read', 'groups:read'] as const;

/** For sending files: pictures of quotations and positions, and the data of a workspace. */
export const FILE_SCOPES = ['files:write'] as const;

/**
 * The scopes that a workspace may leave out: with them, Onrecord can send files instead of their text, find out whether
 * a post arrived whose response got lost, and whether a member may post in a channel.
 * https://docs.slack.dev/changelog/2026/03/16/optional-scopes
 */
export const OPTIONAL_SCOPES = [...HISTORY_SCOPES, ...READ_SCOPES, ...FILE_SCOPES] as const;

/** The paths below the public address to which Slack sends requests. */
export const PATHS = {
  events: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
} as const;
