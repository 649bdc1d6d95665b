import { type Reply, sentenceReply } from '#core/reply';

/** What the asker sees of something that only the log explains. */
export const failureReply = (id: string): Reply => sentenceReply(`Internal error (reference ${id}).`);

/** A button that leads to something that is there no longer, or nobody knows where; with new ones that lead somewhere. */
export const staleReply = (reason = 'Go on with one of these.'): Reply => ({
  visibility: 'asker',
  blocks: [
    { type: 'paragraph', text: ['This button is out of date. ', reason] },
    {
      type: 'actions',
      actions: [
        { label: 'Newest briefing', command: 'brief', options: {} },
        { label: 'Articles', command: 'articles', options: {} },
        { label: 'Help', command: 'help', options: {} },
      ],
    },
  ],
});
