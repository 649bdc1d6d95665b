/** What was refused, or could not be understood, and what to do. */
export const ERRORS = {
  'error.notManager': 'Only {managers} may change its schedules. Everybody may type {list}.',
  'error.notFeedManager': 'Only {managers} may change its feeds. Everybody may type {list}.',
  'error.managers': 'people who may manage this place',
  'error.noSchedule': 'There is no schedule “{typed}” here: type /schedule list for those there are.',
  'error.noArticle':
    'That is no article: one reports something in several sentences. Choose a message that holds its text, a link to it, or a file.',
} as const;
