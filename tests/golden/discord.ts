import type { APIComponentInContainer, APIComponentInMessageActionRow } from 'discord.js';
import { MESSAGE_BUDGET } from '#adapters/discord/render/budget';
import { render } from '#adapters/discord/render/message';
import { decodeToken } from '#chat/button-token';
import type { Drawable } from '#chat/paginate/drawable';
import { paginate } from '#chat/paginate/paginate';
import { formatLine } from '#commandline';
import { commands } from '#commands';
import type { Invocation } from '#core/commands/invocation';
import type { Reply } from '#core/reply';

/** An answer in Discord: its text as sent, and one line for everything else; each further part follows a separator. */
export function drawForDiscord(reply: Reply, invocation: Invocation | undefined): string {
  const messages: string[] = [];
  for (let part = 1; ; part += 1) {
    const drawables = paginate(reply, { commands, budget: MESSAGE_BUDGET, invocation, part, extras: ['share'] });
    messages.push(drawMessage(drawables));
    if (!hasMore(drawables)) return messages.join('\n--- the next part ---\n\n');
  }
}

const hasMore = (drawables: readonly Drawable[]): boolean =>
  drawables.some((block) => block.type === 'buttons' && block.buttons.some(({ label }) => label.startsWith('More (')));

function drawMessage(drawables: readonly Drawable[]): string {
  const { components } = render(drawables);
  return components
    .flatMap((component) =>
      component.type === 17 ? component.components.map(drawComponent) : [JSON.stringify(component)],
    )
    .join('\n')
    .concat('\n');
}

function drawComponent(component: APIComponentInContainer): string {
  switch (component.type) {
    case 10:
      return component.content;
    case 12:
      return component.items.map(({ media, description }) => `[picture ${description} ${media.url}]`).join('\n');
    case 14:
      return component.divider ? '─────' : '';
    case 1:
      return component.components.map(drawElement).join('\n');
    default:
      return JSON.stringify(component);
  }
}

function drawElement(element: APIComponentInMessageActionRow): string {
  if (element.type === 2 && 'custom_id' in element) {
    const mark = element.style === 1 ? ' (primary)' : '';
    return `[button ${'label' in element ? element.label : ''}${mark} → ${drawToken(element.custom_id)}]`;
  }
  if (element.type === 3) {
    const options = element.options.map(({ label, value }) => `  ${label} = ${value}`);
    return [`[menu ${element.placeholder} → ${drawToken(element.custom_id)}`, ...options].join('\n').concat(']');
  }
  return JSON.stringify(element);
}

/** The action of a control: `go /quotes article:river-dam`. */
function drawToken(text: string): string {
  const token = decodeToken(text, commands);
  if (!token) return `nothing: ${text}`;
  const { action, invocation, option, part } = token;
  return [action, formatLine(invocation), option && `${option}:?`, part > 1 && `part ${part}`]
    .filter(Boolean)
    .join(' ');
}
