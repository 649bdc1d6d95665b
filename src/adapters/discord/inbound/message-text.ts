import type { APIMessage, APIMessageSnapshotFields, Message, MessageSnapshot } from 'discord.js';

/** The supported forms of a message; in a server without the bot, it arrives as raw API data. */
export type MessageLike = Message | MessageSnapshot | APIMessage | APIMessageSnapshotFields;

/** Returns the text of a message: its content, else its embeds or components, else the forwarded message. */
export const textIn = (message: MessageLike): string =>
  message.content ||
  embedText(message) ||
  componentTexts(message.components).join('\n\n') ||
  (forwardedMessages(message).map(textIn)[0] ?? '');

/** Bots often post embeds instead of content. */
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
/** The maximum depth of nested components; Discord nests them twice. */
const MAX_DEPTH = 5;

/** Returns the texts of a message made of components: version 2 messages have no content. */
function componentTexts(components: unknown, depth = 0): readonly string[] {
  if (!Array.isArray(components) || depth > MAX_DEPTH) return [];
  return components.flatMap((component: { type?: unknown; content?: unknown; components?: unknown } | null) => {
    const { type, content, components: nested } = component ?? {};
    const own = type === TEXT_DISPLAY && typeof content === 'string' ? [withoutMarkup(content)] : [];
    return [...own, ...componentTexts(nested, depth + 1)];
  });
}

/** Strips the markup of headings, small print, quotations, styles and links. */
const withoutMarkup = (content: string): string =>
  content
    .replace(/^(?:> )?(?:-# |#{1,3} |> )/gm, '')
    .replace(/\[([^\]]*)\]\(https?:[^)]*\)/g, '$1')
    .replace(/(\*\*|(?<!\\)\*|`)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');

/** The content of a forwarded message is in a nested message. */
export function forwardedMessages(message: MessageLike): readonly MessageLike[] {
  if ('messageSnapshots' in message) return [...(message.messageSnapshots?.values() ?? [])];
  return 'message_snapshots' in message ? (message.message_snapshots ?? []).map((snapshot) => snapshot.message) : [];
}
