/** What the bot may do, each scope with what it is for: https://docs.slack.dev/reference/scopes */
export const SCOPES = [
  // Slash commands, and “Brief this” in the menu of a message.
  'commands',
  // Answers to mentions and direct messages, and what is shared.
  'chat:write',
  // To receive mentions of the app.
  'app_mentions:read',
  // To receive direct messages to the app; it reads no channel.
  'im:history',
  // The file attached to a message that a user wants briefed.
  'files:read',
  // Whether a user is an admin, and so may change schedules; the user’s time zone.
  'users:read',
] as const;

/** To look for its own posts in public and private channels. */
export const HISTORY_SCOPES = ['channels:history', 'groups:history'] as const;

/** To see who may post in a public or private channel before an answer is shared there. */
export const READ_SCOPES = ['channels:read', 'groups:read'] as const;

/** To send files: pictures of quotations and positions, and the data of a workspace. */
export const FILE_SCOPES = ['files:write'] as const;

/**
 * What a workspace may leave out: with it, Onrecord can send files instead of their text, Onrecord can find out whether a
 * post arrived whose answer got lost, and whether a member may post in a channel. https://docs.slack.dev/changelog/2026/03/16/optional-scopes
 */
export const OPTIONAL_SCOPES = [...HISTORY_SCOPES, ...READ_SCOPES, ...FILE_SCOPES] as const;

/** Where Slack sends what, below the public address. */
export const PATHS = {
  events: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
} as const;
