/** The outcomes of posts and answers on a platform, and what to do about them. */
export const DELIVERY = {
  'delivery.uninstalled': 'Onrecord is no longer installed in this workspace: install it again.',
  'delivery.token': '{platform} rejects {setting} at present.',
  'delivery.notConnected': '{platform} is not connected at present.',
  'delivery.noAnswer': '{platform}’s response was lost.',
  'delivery.uninvited':
    'Onrecord is not in the channel, or the channel no longer exists: type /invite @Onrecord there.',
  'delivery.channelSettings':
    'The channel’s settings do not let Onrecord post: its managers can allow it, or choose another channel.',
  'delivery.noThread': 'The thread is closed, or the channel has none.',
  'delivery.platformError': '{platform} reported an internal error while it accepted the message.',
  'delivery.platformStatus': '{platform} reported an internal error ({reason}).',
  'delivery.moving': '{platform} is moving the channel or its workspace.',
  'delivery.archived': 'The channel is archived: unarchive it, or choose another one.',
  'delivery.messagesTab': 'The app’s Messages tab is off: turn it on under App Home.',
  'delivery.noScope': 'Onrecord lacks the scope chat:write: add it under OAuth & Permissions, then reinstall the app.',
  'delivery.keys': 'The organisation’s key management does not allow posting at present.',
  'delivery.pause': '{platform} is limiting Onrecord’s requests.',
  'delivery.plan': 'The workspace has sent more messages than its plan allows.',
  'delivery.notWhole': 'The message did not reach {platform} completely.',
  'delivery.unreachable': '{platform} cannot be reached.',
  'delivery.unreachableWhy': '{platform} cannot be reached ({reason}).',
  'delivery.before': 'The message was rejected before it reached {platform}, for example by a proxy ({reason}).',
  'delivery.notTaken': '{platform} rejects the post ({reason}).',
  'delivery.says': '{platform} reported: {reason}.',
  'delivery.forbidden':
    'Onrecord may not write in this channel: give its role “View Channel” and “Send Messages” there, or invite it again.',
  'delivery.channelGone': 'The channel no longer exists: create a schedule for another one.',
  'delivery.wrongKind': 'Nothing can be posted in this kind of channel: choose a text channel.',
  'delivery.threadClosed': 'The thread is closed: reopen it, or choose another channel.',
  'delivery.directClosed':
    'This user does not accept direct messages from Onrecord: their privacy settings can allow them.',
  'delivery.channelBusy': '{platform} accepts no more messages in this channel at present.',
  'delivery.deleted': 'The post has been deleted.',
  'delivery.noReply':
    'Onrecord may not reply in this channel: give its role “Create Public Threads” and “Read Message History” there, or invite it again.',
  'delivery.moderated': 'The server’s AutoMod blocked the post.',
  'delivery.takenOver': 'Another process has taken it over.',
  'delivery.failed': 'An internal error: see the log.',
  'delivery.tooMuch': 'The channel has more messages than Onrecord reads.',
  'delivery.marksHidden': '{platform} does not return the metadata of Onrecord’s own messages.',
  'delivery.notReadable':
    'Onrecord may not read the channel. Add the scope channels:history (groups:history for private channels) under OAuth & Permissions and reinstall it, so that it can check.',
  'delivery.notInChannel': 'Onrecord is not in the channel and cannot read it: type /invite @Onrecord there.',
  'delivery.tokenGone': '{platform} no longer accepts Onrecord’s token.',
  'delivery.historyHidden':
    'Onrecord may not read its own posts: its role needs “Read Message History” in this channel.',
  'delivery.historyLong': 'The channel has had more messages since then than Onrecord reads.',
  'notice.removed': 'The schedule was removed.',
  'notice.paused': 'The schedule was paused.',
  'notice.tooLate': 'It was too late to post it.',
  'notice.notRunning': 'Onrecord was not running.',
  'notice.notRunningTooLate': 'Onrecord was not running, and it was too late to post it afterwards.',
  'notice.restarted': 'Onrecord was restarted.',
  'notice.noAnswer': 'The platform’s response was lost.',
  'notice.damaged': 'Its stored state cannot be read.',
  'notice.uncertain': 'It may have been posted, and is not posted again: {reason}',
  'notice.missing': 'Message {place} of the thread is missing: {reason}',
  'notice.threadEnded': 'The thread ends before message {place}: {reason}',
  'notice.joined': '{first} {second}',
  'notice.uninstalled': 'Onrecord was removed here.',
  'notice.schedulePaused': 'Your schedule {id} was paused because it can no longer post: {reason}',
  'notice.mend': 'Once this is fixed: /schedule resume {id}',
  'notice.rejected': 'A post of your schedule {id} was rejected and is skipped: {reason}',
  'channel.unknown':
    'Onrecord cannot see such a channel: choose one from the list, or give its role “View Channel” there.',
  'channel.unknownId':
    '{platform} does not say which channel that is: type the command in the channel itself, or choose it in the form that opens when you leave out the time.',
  'channel.notInvited': 'Onrecord is not in this server: a user who manages the server must invite it first.',
  'channel.otherConversation':
    'In a direct message, posts go only to that conversation: to post to a channel, type the command there.',
  'channel.privateConversation':
    'A private conversation gets posts only if its own members schedule them: type the command there.',
  'channel.notInConversation':
    'Onrecord is not part of that conversation: write to it alone, or ask in a server that it has been invited to.',
  'channel.outage': '{platform} is having problems with this server: try again in a few minutes.',
  'channel.threadLocked': 'This thread is locked: unlock it, or choose another channel.',
  'channel.permissions':
    'Onrecord may not post in this channel: give its role {permissions} there, or invite it again.',
  'channel.retry': '{reason} Try again in a minute.',
  'channel.notConnected': '{platform} is not connected at present: try again in a minute.',
  'channel.untold': '{platform} gives no information about this channel at present: try again in a minute.',
} as const;
