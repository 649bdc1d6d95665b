import type { APIMessage, APIMessageSnapshotFields, Message, MessageSnapshot } from 'discord.js';

/** What is looked at in a message; in a server that the bot is not in, it comes as Discord wrote it. */
export type MessageLike = Message | MessageSnapshot | APIMessage | APIMessageSnapshotFields;

/** The text of a message: what its author wrote, else its embeds or components, else what it forwards. */
export const textIn = (message: MessageLike): string =>
  message.content ||
  embedText(message) ||
  componentTexts(message.components).join('\n\n') ||
  (forwardedMessages(message).map(textIn)[0] ?? '');

/** What a bot has posted stands in embeds, where it has not written itself. */
const embedText = ({ embeds }: MessageLike): string =>
  (embeds ?? [])
    .flatMap(({ title, description, fields }) => [
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    .filter(Boolean)
    .join('\n\n');

/** https://docs.discord.com/developers/components/reference#text-display */
const TEXT_DISPLAY = 10;
/** How deep components are looked into; Discord nests them twice. */
const MAX_DEPTH = 5;

/** The texts of a message made of components, as those of version 2 have no content. */
function componentTexts(components: unknown, depth = 0): readonly string[] {
  if (!Array.isArray(components) || depth > MAX_DEPTH) return [];
  return components.flatMap((component: { type?: unknown; content?: unknown; components?: unknown } | null) => {
    const { type, content, components: nested } = component ?? {};
    const own = type === TEXT_DISPLAY && typeof content === 'string' ? [withoutMarkup(content)] : [];
    return [...own, ...componentTexts(nested, depth + 1)];
  });
}

/** Text as it is read: headings, small print, quotations, styles and links without their markup. */
const withoutMarkup = (content: string): string =>
  content
    .replace(/^(?:> )?(?:-# |#{1,3} |> )/gm, '')
    .replace(/\[([^\]]*)\]\(https?:[^)]*\)/g, '$1')
    .replace(/(\*\*|(?<!\\)\*|`)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** What a forwarded message holds stands in a message within it. */
export function forwardedMessages(message: MessageLike): readonly MessageLike[] {
  if ('messageSnapshots' in message) return [...(message.messageSnapshots?.values() ?? [])];
  return 'message_snapshots' in message ? (message.message_snapshots ?? []).map((snapshot) => snapshot.message) : [];
}
