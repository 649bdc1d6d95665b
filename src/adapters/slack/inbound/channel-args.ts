import type { AdapterHost } from '#core/platform';

/** The channel in which a command is typed. */
export interface CurrentChannel {
  readonly id: string;
  /** The name, if Slack sends it. */
  readonly name?: string | undefined;
}

// channel:<#C012AB3CD|news>   channel: #news   channel="<#C012AB3CD>"
// ^key    ^what Slack makes of it      ^what it leaves as it was typed
const CHANNEL_VALUE =
  /(?<=^|\s)(\p{L}[-_\p{L}\p{N}]{0,31})([:=]\s*["“”]?)(?:<#([A-Z0-9]+)(?:\|[^<>]*)?>|#([^\s"“”<>]+))/gu;

/**
 * Replaces the channels named as option values in a typed line by their IDs, as in menus: names change, and are not
 * always known. A name that Slack did not convert is kept, unless it is that of the current channel.
 *
 * @param options the names of the options that take a channel, in all languages.
 */
export const withChannelIds = (text: string, options: ReadonlySet<string>, here?: CurrentChannel): string =>
  text.replace(CHANNEL_VALUE, (whole, key: string, mark: string, id: string | undefined, name: string | undefined) => {
    if (!options.has(key.toLowerCase())) return whole;
    const found = id ?? (here?.name !== undefined && name === here.name ? here.id : undefined);
    return found === undefined ? whole : `${key}${mark}${found}`;
  });

/** Returns the names of the options that take a channel, in all languages. */
export function channelOptions({
  commands,
  translations,
}: Pick<AdapterHost, 'commands' | 'translations'>): Set<string> {
  const own = commands.flatMap(({ name, options }) =>
    options.filter(({ type }) => type === 'channel').map((option) => [name, option.name] as const),
  );
  const others = Object.values(translations).flatMap((language) =>
    own.flatMap(([command, option]) => language.commands[command]?.options[option]?.name ?? []),
  );
  return new Set([...own.map(([, option]) => option), ...others]);
}
