import type { AdapterHost } from '#core/platform';

/** The channel that something is typed in. */
export interface CurrentChannel {
  readonly id: string;
  /** As Slack says it; absent where it does not. */
  readonly name?: string | undefined;
}

// channel:<#C012AB3CD|news>   channel: #news   channel="<#C012AB3CD>"
// ^key    ^what Slack makes of it      ^what it leaves as it was typed
const CHANNEL_VALUE =
  /(?<=^|\s)(\p{L}[-_\p{L}\p{N}]{0,31})([:=]\s*["“”]?)(?:<#([A-Z0-9]+)(?:\|[^<>]*)?>|#([^\s"“”<>]+))/gu;

/**
 * A typed line with the channels that it names as values by their ids, as menus have them: names change, and are not
 * always told. A name that Slack left as it is stays, unless it is that of the channel it is typed in.
 *
 * @param options what the options that take a channel are called, in any language.
 */
export const withChannelIds = (text: string, options: ReadonlySet<string>, here?: CurrentChannel): string =>
  text.replace(CHANNEL_VALUE, (whole, key: string, mark: string, id: string | undefined, name: string | undefined) => {
    if (!options.has(key.toLowerCase())) return whole;
    const found = id ?? (here?.name !== undefined && name === here.name ? here.id : undefined);
    return found === undefined ? whole : `${key}${mark}${found}`;
  });

/** What the options that take a channel are called, in any language. */
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
