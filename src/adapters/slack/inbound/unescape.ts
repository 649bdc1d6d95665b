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

/** The same for a typed command line, in which labelled links are replaced by their URL. */
export const unescapeLine = (text: string): string =>
  unescapeText(
    text.replace(MARKUP, (whole, sign: string, target: string, shown?: string) =>
      sign === '' && isLabelled(target, shown) ? target : whole,
    ),
  );

/** Returns the URLs of links whose label is not the URL. */
export const labelledAddresses = (text: string): string[] =>
  [...text.matchAll(MARKUP)].flatMap(([, sign, target = '', shown]) =>
    sign === '' && isLabelled(target, shown) ? [unescapeText(target)] : [],
  );

/** `<https://a.example/b|a.example/b>` is a typed URL, `<https://a.example/b|the council>` is a labelled link. */
export const isLabelled = (target: string, shown: string | undefined): boolean =>
  /^https?:/i.test(target) && shown !== undefined && !target.includes(shown.trim().replace(/^https?:\/\/|\/$/gi, ''));

function visibleText(sign: string, target: string, shown: string | undefined): string {
  if (sign === '') return shown ?? target.replace(/^mailto:/, '');
  const [bare = ''] = target.split('^');
  const name = shown ?? bare;
  // A command or group name starts with its own sign.
  return sign === '#' ? `#${name}` : name.startsWith('@') ? name : `@${name}`;
}

/** Removes mentions of the bot from a line. */
export const withoutMention = (text: string, bot: string): string =>
  text.replaceAll(new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'g'), ' ').trim();
