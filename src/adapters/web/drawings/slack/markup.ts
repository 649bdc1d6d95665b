import { type Child, h, link } from '../elements.ts';

// <https://a.example|the words>   <#C1>   <@U1>   `code`   &amp;
const MARKUP = /<(?<target>[^<>|]+)(?:\|(?<label>[^<>]*))?>|`(?<code>[^`\n]+)`/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

/** Draws the subset of Slack's markup used in context lines: links, channels, users and code. */
export function drawMarkup(text: string): readonly Child[] {
  const drawn: Child[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    drawn.push(unescaped(text.slice(end, match.index)));
    drawn.push(drawMatch(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  drawn.push(unescaped(text.slice(end)));
  return drawn.filter((child) => child !== '');
}

function drawMatch({ target = '', label, code }: Readonly<Record<string, string | undefined>>): Child {
  if (code !== undefined) return h('code', unescaped(code));
  if (/^[#@!]/.test(target)) return h('span.mention', unescaped(label ?? target.replace(/^!/, '@')));
  const address = unescaped(target);
  return link(address, unescaped(label ?? target));
}
