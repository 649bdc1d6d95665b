const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

// <https://a.example/b?c=d&amp;e=f|a.example/b>   <@U1|kim>   <#C1|general>   <!subteam^S1|@dispatcher>   <!here>
// ^what      ^it leads to         ^what is shown
const MARKUP = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/**
 * Restores the text that the user typed from Slack’s markup: addresses, mentions and channels, as well as `&amp;`,
 * `&lt;` and `&gt;`, become the typed characters.
 *
 * Source: https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export const unescapeText = (text: string): string =>
  text
    .replace(MARKUP, (_, sign: string, target: string, shown?: string) => visibleText(sign, target, shown))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

function visibleText(sign: string, target: string, shown: string | undefined): string {
  if (sign === '') return shown ?? target.replace(/^mailto:/, '');
  const [bare = ''] = target.split('^');
  const name = shown ?? bare;
  // A command or a group is shown with its own mark.
  return sign === '#' ? `#${name}` : name.startsWith('@') ? name : `@${name}`;
}

/** The line behind mentions of the bot at its beginning or end. */
export const withoutMention = (text: string, bot: string): string =>
  text.replaceAll(new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'g'), ' ').trim();
