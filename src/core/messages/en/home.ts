/** The app’s own page. */
export const HOME = {
  'home.newest': 'Newest briefings',
  'home.none': 'There is no article yet.',
  'home.where': 'Brief answers under Messages, beside this tab.',
  'home.howToAsk': 'How to ask',
  'home.settings': 'Settings in force',
  'home.articles': 'Articles',
  'home.umbrella': 'One command for all',
  'home.answers': 'Answers',
  'home.answersAre': 'shown to you alone, until you press Share',
  'home.everyCommand': '{line} — every command, where another app has its name',
  'home.briefThis': '{name} — in the menu of any message, threads too',
  'home.mention': 'Mention the app, or write to it: the same words without the slash',
} as const;
