import type { APIMessageTopLevelComponent } from 'discord.js';
import { type Element, h, link, picture } from '../elements.ts';
import { drawMarkdown } from './markdown.ts';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
const TYPE = { row: 1, button: 2, menu: 3, text: 10, gallery: 12, separator: 14, container: 17 } as const;

type Component = { readonly type: number };
type Of<T extends keyof typeof TYPE> = {
  row: { readonly components: readonly Component[] };
  button: { readonly label?: string; readonly style: number; readonly custom_id?: string; readonly url?: string };
  menu: {
    readonly custom_id: string;
    readonly placeholder?: string;
    readonly options: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[];
  };
  text: { readonly content: string };
  gallery: {
    readonly items: readonly { readonly media: { readonly url: string }; readonly description?: string | null }[];
  };
  separator: object;
  container: { readonly components: readonly Component[]; readonly accent_color?: number | null };
}[T];

const PRIMARY = 1;

/** https://docs.discord.com/developers/reference#uploading-files */
const ATTACHMENT = 'attachment://';

/** A drawing for each component type in use; a missing one is a compile error. */
const DRAWINGS: { readonly [T in keyof typeof TYPE]: (component: Of<T>) => Element } = {
  container: ({ components, accent_color }) =>
    h('div.container', accent_color == null ? {} : { dataAccent: `#${accent_color.toString(16).padStart(6, '0')}` }, [
      ...components.map(drawComponent),
    ]),
  text: ({ content }) => h('div.text', ...drawMarkdown(content)),
  separator: () => h('hr'),
  gallery: ({ items }) =>
    h(
      'figure',
      ...items.map(({ media, description }) =>
        media.url.startsWith(ATTACHMENT)
          ? picture(media.url.slice(ATTACHMENT.length), description ?? '')
          : h('figcaption', link(media.url, `[picture: ${description ?? ''}]`)),
      ),
    ),
  row: ({ components }) => h('div.actions', ...components.map(drawComponent)),
  button: ({ label = '', style, custom_id = '', url }) =>
    url === undefined
      ? h(
          'button',
          {
            type: 'button',
            className: style === PRIMARY ? ['primary'] : [],
            dataAction: custom_id,
            dataValue: custom_id,
          },
          label,
        )
      : link(url, label),
  menu: ({ custom_id, placeholder = '', options }) =>
    h('select', { dataAction: custom_id, ariaLabel: placeholder }, [
      h('option', { value: '' }, placeholder),
      ...options.map((option) => h('option', { value: option.value, selected: option.default === true }, option.label)),
    ]),
};

function drawComponent(component: Component): Element {
  const name = (Object.keys(TYPE) as (keyof typeof TYPE)[]).find((key) => TYPE[key] === component.type);
  if (name === undefined) return h('p.not-drawn', `A component of the type ${component.type} is not drawn here.`);
  return (DRAWINGS[name] as (component: unknown) => Element)(component);
}

/** Draws components as Discord shows them. Unsupported types are named, never omitted. */
export const drawComponents = (components: readonly APIMessageTopLevelComponent[]): readonly Element[] =>
  components.map(drawComponent);
