/** Privacy, the data of a workspace, and the welcome. */
export const DATA = {
  'privacy.title': 'Privacy',
  'privacy.kept': 'What is stored for this workspace',
  'privacy.schedules':
    'Schedules and feeds: channel, times, address, topic, and the platform’s id of the user who made them',
  'privacy.posts': 'What was posted, and which articles a channel has seen, so that nothing is posted twice',
  'privacy.token': 'The bot’s token where a workspace has installed the app, encrypted',
  'privacy.notKept':
    'Not stored: messages, files, names and addresses of users, or what they ask. Nothing is sold, shown to advertisers or used for training.',
  'privacy.howLong':
    'Data is stored while Onrecord is installed, and deleted {days} {days:day|days} after it is removed.',
  'privacy.delete':
    'Members who may manage this workspace can export it all as a file with {export}, and delete it with {delete}.',
  'privacy.ask': 'Questions: {support}',
  'privacy.policy': 'Full policy: {url}',
  'data.title': 'Data',
  'data.exported':
    'All data stored for this workspace, in {file}: {schedules} {schedules:schedule|schedules}, {feeds} {feeds:feed|feeds}, {posts} {posts:post|posts}.',
  'data.fileAlt': 'All data stored for this workspace, as JSON',
  'data.conversations': 'Private conversations of members with Onrecord belong to them and are not included.',
  'data.confirmDelete':
    'Delete all data stored for this workspace: {schedules} {schedules:schedule|schedules}, {feeds} {feeds:feed|feeds}, what was posted and seen? This cannot be undone. {export} shows it first.',
  'data.deleteAll': 'Delete all',
  'data.exportFirst': 'Export first',
  'data.deleted':
    'Deleted: {schedules} {schedules:schedule|schedules}, {feeds} {feeds:feed|feeds}, and the record of what was posted and seen. What was posted stays in its channels.',
  'data.nothing': 'No data is stored for this workspace.',
  'error.notDataManager': 'Only {managers} may export or delete its data. Everyone may type {list}.',
  'error.dataOfWorkspace': 'Data belongs to the workspace that has Onrecord: its managers can ask in its channels.',
  'welcome.title': 'Welcome to Onrecord',
  'welcome.about':
    'It briefs news articles: what is new, who said what, word for word, and who stands where. Every line is the article’s own words. Three things to type:',
  'welcome.brief': '{line}: the newest article in a minute',
  'welcome.quotes': '{line}: who said what, word for word',
  'welcome.schedule': '{line}: what is new, here, every weekday morning',
  'welcome.more':
    '{help} shows the rest. Answers are visible to you alone until you share them. {privacy} shows what is stored.',
} as const;
