/** Errors about permissions and missing things, and what to do. */
export const ERRORS = {
  'error.notManager': 'Only {managers} may change its schedules. Everyone may type {list}.',
  'error.notFeedManager': 'Only {managers} may change its feeds. Everyone may type {list}.',
  'error.managers': 'people who may manage this workspace',
  'error.noSchedule': 'There is no schedule “{typed}” here: type /schedule list to see them.',
  'error.noArticle':
    'That is not an article: an article reports something in several sentences. Choose a message with its text, a link to it, or a file.',
  'error.nothingScheduled': 'Nothing is stored here, so nothing can be scheduled.',
  'error.schedulesOfWorkspace':
    'Schedules belong to the workspace that has Onrecord: its members can ask in its channels.',
  'error.noScheduleYet': 'There is no schedule here yet: type /schedule add time:07:30.',
  'error.whichSchedule': 'Name one: type {line} and one of the ids that /schedule list shows.',
  'error.nothingFed': 'Nothing is stored here, so there are no feeds.',
  'error.feedsOfWorkspace': 'Feeds belong to the workspace that has Onrecord: its members can ask in its channels.',
  'error.noFeedYet': 'This channel has no feed yet: type /feeds add and the address of one.',
  'error.whichFeed': 'Name one: type {line} and part of its title.',
} as const;
