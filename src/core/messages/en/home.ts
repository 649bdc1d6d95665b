/** The texts of the app’s home page. */
export const HOME = {
  'home.newest': 'Newest briefings',
  'home.none': 'There is no article yet.',
  'home.where': 'Brief answers under Messages, beside this tab.',
  'home.howToAsk': 'How to ask',
  'home.settings': 'Current settings',
  'home.connectedOver': 'Connected over',
  'home.mode.socket': 'Socket Mode',
  'home.mode.http': 'HTTP',
  'home.mode.oauth': 'HTTP, for many workspaces',
  'home.articles': 'Articles',
  'home.umbrella': 'One command for all',
  'home.answers': 'Answers',
  'home.answersAre': 'shown to you alone, until you press Share',
  'home.everyCommand': '{line} — every command, if another app uses its name',
  'home.briefThis': '{name} — in the menu of any message, threads too',
  'home.mention': 'Mention the app or send it a message: the same words without the slash',
} as const;
