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

/** The same of a line that was typed, in which words that lead somewhere stand for the address. */
export const unescapeLine = (text: string): string =>
  unescapeText(
    text.replace(MARKUP, (whole, sign: string, target: string, shown?: string) =>
      sign === '' && isLabelled(target, shown) ? target : whole,
    ),
  );

/** The addresses behind words that are no addresses themselves. */
export const labelledAddresses = (text: string): string[] =>
  [...text.matchAll(MARKUP)].flatMap(([, sign, target = '', shown]) =>
    sign === '' && isLabelled(target, shown) ? [unescapeText(target)] : [],
  );

/** `<https://a.example/b|a.example/b>` is an address that was typed, `<https://a.example/b|the council>` are words. */
export const isLabelled = (target: string, shown: string | undefined): boolean =>
  /^https?:/i.test(target) && shown !== undefined && !target.includes(shown.trim().replace(/^https?:\/\/|\/$/gi, ''));

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
