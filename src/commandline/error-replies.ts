import { assertManager, managedBy } from '#core/access/managers';
import type { Requester } from '#core/access/requester';
import type { Command, Context } from '#core/commands/command';
import { MissingOptionError, type UserError } from '#core/errors';
import type { Translate } from '#core/messages/index';
import { type Reply, sentenceReply } from '#core/reply';

/** The reply to an internal error, the details of which are only in the log. */
export const failureReply = (id: string, t: Translate): Reply => sentenceReply(t('error.internal', { id }));

/** The reply to a button whose target is gone or unknown, with new buttons that work. */
export const staleReply = (t: Translate, reason = t('chat.goOn')): Reply => ({
  visibility: 'asker',
  blocks: [
    { type: 'paragraph', text: [t('chat.stale', { reason })] },
    {
      type: 'actions',
      actions: [
        { label: t('action.newest'), command: 'brief', options: {} },
        { label: t('action.articles'), command: 'articles', options: {} },
        { label: t('action.help'), command: 'help', options: {} },
      ],
    },
  ],
});

/** Adds the choices for a missing option to an error as a menu, for platforms without forms. */
export function withChoices(reply: Reply, error: UserError, context: Context): Reply {
  if (!(error instanceof MissingOptionError) || error.option === undefined) return reply;
  const { option, invocation } = error;
  const definition = context.commands
    .find(({ name }) => name === invocation.command)
    ?.options.find(({ name }) => name === option);
  const choices = definition?.complete?.(context, '', invocation) ?? [];
  if (choices.length === 0) return reply;
  const own = context.translations?.[context.t.language]?.commands[invocation.command]?.options[option];
  const label = context.t('chat.chooseOption', { option: own?.name ?? option });
  return { ...reply, blocks: [...reply.blocks, { type: 'select', label, option, choices, ...invocation }] };
}

/** Returns the error about a missing option, or the refusal if the user may not use the command at all. */
export async function withoutPermission(error: unknown, { scope }: Requester, commands: readonly Command[]) {
  if (!(error instanceof MissingOptionError) || !scope) return error;
  const command = commands.find(({ name }) => name === error.invocation.command);
  if (!command?.managersOnly) return error;
  try {
    await assertManager(scope, managedBy(command.name));
    return error;
  } catch (refusal) {
    return refusal;
  }
}
