import type { Context } from '#core/commands/command';
import { MissingOptionError, type UserError } from '#core/errors';
import { type Reply, sentenceReply } from '#core/reply';

/** What the asker sees of something that only the log explains. */
export const failureReply = (id: string): Reply => sentenceReply(`Internal error (reference ${id}).`);

/** The reply to a button whose target is gone or unknown, with new buttons that work. */
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

/** An error about an option that is missing, with what can be chosen for it: where there is no form, a menu asks. */
export function withChoices(reply: Reply, error: UserError, context: Context): Reply {
  if (!(error instanceof MissingOptionError) || error.option === undefined) return reply;
  const { option, invocation } = error;
  const definition = context.commands
    .find(({ name }) => name === invocation.command)
    ?.options.find(({ name }) => name === option);
  const choices = definition?.complete?.(context, '', invocation) ?? [];
  if (choices.length === 0) return reply;
  const label = `Choose: ${option}`;
  return { ...reply, blocks: [...reply.blocks, { type: 'select', label, option, choices, ...invocation }] };
}
