import * as discord from '#adapters/discord/render/answers';
import { formFor, optionsFor, readFillId, readForm, readFormId } from '#adapters/slack/inbound/modal';
import { readActionId } from '#adapters/slack/render/action-ids';
import * as slack from '#adapters/slack/render/answers';
import { MESSAGE_BUDGET } from '#adapters/slack/render/budget';
import { render } from '#adapters/slack/render/message';
import type { DiscordPreview, FilledField, Previews, SlackPreview } from '#adapters/web/preview';
import { decodeToken } from '#chat/button-token';
import { withFilesAsText } from '#chat/file-blocks';
import { paginate } from '#chat/paginate/paginate';
import type { Command } from '#core/commands/command';
import type { Answer } from '#core/ports';
import type { Reply } from '#core/reply';

/** The user of the page, with an id in the format of each platform. */
const USER = { slack: 'U0YOU', discord: '1' } as const;

/** The key of a scheduled post on Discord; the page sends none. */
const PREVIEW_KEY = 'preview';

/** Creates the messages that chat adapters would send, for display on the page. */
export const createPreviews = (commands: readonly Command[]): Previews => ({
  slack: slackPreview(commands),
  discord: discordPreview(commands),
});

/** The page shows pictures that it can load, and the text of all other files. */
const shownFiles = (reply: Reply): Reply => withFilesAsText(reply, undefined, ({ uploaded }) => uploaded === undefined);
const withoutFiles = (answer: Answer): Answer => ({ ...answer, reply: shownFiles(answer.reply) });

function slackPreview(commands: readonly Command[]): SlackPreview {
  const styleOf = (part: number) => ({ commands, part, rewriteCommands: ({ reply }: { reply: Reply }) => reply });
  return {
    own: (answer, part) => slack.privateAnswer(withoutFiles(answer), styleOf(part), true).blocks,
    sharedCopy: () => slack.sharedConfirmation({}).blocks,
    shared: (answer, part) => slack.sharedAnswer(withoutFiles(answer), styleOf(part), USER.slack).blocks,
    posted: (reply) => render(paginate(shownFiles(reply), { commands, budget: MESSAGE_BUDGET })).blocks,
    tokenOf: ({ action, block, value }) => {
      const id = readActionId({ action_id: action, block_id: block, value });
      return id === undefined ? undefined : decodeToken(id, commands);
    },
    form: ({ command: name, options }) => {
      const command = commands.find((candidate) => candidate.name === name);
      return command && formFor(command, options, { metadata: '' });
    },
    readForm: (callbackId, fields) => {
      const command = readFormId(callbackId);
      return command === undefined ? undefined : { command, options: readForm(formValues(fields)) };
    },
    fieldOf: readFillId,
    optionsOf: (choices) => optionsFor(choices).map(({ text, value = '' }) => ({ label: text.text, value })),
  };
}

/** Filled fields in Slack's format: by block, by action. */
const formValues = (fields: readonly FilledField[]) =>
  Object.fromEntries(
    fields.map(({ block, action, type, value }) => [block, { [action]: { type, ...filled(type, value) } }]),
  );

function filled(type: string, value: string) {
  if (value === '') return {};
  if (type === 'conversations_select') return { selected_conversation: value };
  if (type === 'checkboxes') return { selected_options: [{ value }] };
  return type === 'plain_text_input' ? { value } : { selected_option: { value } };
}

const discordPreview = (commands: readonly Command[]): DiscordPreview => ({
  own: (answer, part) => discord.privateAnswer(withoutFiles(answer), { commands, part }, true).components,
  sharedCopy: () => discord.sharedConfirmation({}).components,
  shared: (answer, part) => discord.sharedAnswer(withoutFiles(answer), { commands, part }, USER.discord).components,
  posted: (reply) =>
    discord.channelPost({ reply: shownFiles(reply), idempotencyKey: PREVIEW_KEY }, commands).components,
  tokenOf: ({ action }) => decodeToken(action, commands),
});
