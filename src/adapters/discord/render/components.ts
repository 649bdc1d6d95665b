import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInMessageActionRow,
  APIFileComponent,
  APIMediaGalleryComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
} from 'discord.js';
import type { Button, Drawable } from '#chat/paginate/drawable';
import type { FileBlock } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { truncate } from '#text/truncate';
import { BUTTON, MENU, PICTURE, ROW } from '../limits.ts';
import { linkAddress } from './escape.ts';

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const TYPE = {
  row: 1,
  button: 2,
  menu: 3,
  text: 10,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

/** https://docs.discord.com/developers/components/reference#button-button-styles */
const STYLE = { primary: 1, secondary: 2 } as const;

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
type Menu = Extract<Drawable, { type: 'menu' }>;

/** The tokens used in a message: no two of its components may return the same one. */
export type UsedTokens = Set<string>;

const isFresh = (token: string, used: UsedTokens, maxLength: number): boolean =>
  token !== '' && token.length <= maxLength && !used.has(token) && used.add(token) !== undefined;

/** Returns text for display outside markup; never empty, as Discord rejects empty labels. */
const label = (text: string, maxLength: number): string => truncate(sanitize(text).trim(), maxLength) || '…';

export const textDisplay = (content: string): APITextDisplayComponent => ({ type: TYPE.text, content });

export const SEPARATOR: APISeparatorComponent = { type: TYPE.separator, divider: true, spacing: 1 };

/** Renders buttons in rows; duplicates and buttons that Discord would reject are omitted. */
export function drawButtons(buttons: readonly Button[], used: UsedTokens): readonly Row[] {
  const all = buttons
    .filter(({ token }) => isFresh(token, used, BUTTON.token))
    .slice(0, ROW.rows * ROW.buttons)
    .map(
      (button): APIButtonComponentWithCustomId => ({
        type: TYPE.button,
        style: STYLE[button.style ?? 'secondary'],
        label: label(button.label, BUTTON.label),
        custom_id: button.token,
      }),
    );
  return Array.from({ length: Math.ceil(all.length / ROW.buttons) }, (_, row) => ({
    type: TYPE.row,
    components: all.slice(row * ROW.buttons, (row + 1) * ROW.buttons),
  }));
}

/** Renders a menu in its own row, with the selected value; returns nothing if there are no choices. */
export function drawMenu({ label: placeholder, token, choices, chosen }: Menu, used: UsedTokens): readonly Row[] {
  const values = new Set<string>();
  const options = choices
    .filter(({ value }) => isFresh(value, values, MENU.value))
    .slice(0, MENU.options)
    .map(({ label: text, value }) => ({
      ...{ label: label(text, MENU.label), value },
      ...(value === chosen ? { default: true } : {}),
    }));
  if (options.length === 0 || !isFresh(token, used, MENU.token)) return [];
  return [
    {
      type: TYPE.row,
      components: [{ type: TYPE.menu, custom_id: token, placeholder: label(placeholder, MENU.placeholder), options }],
    },
  ];
}

/** Renders a file sent with the message: a picture is shown, data can be downloaded. */
export const drawFile = ({ name, mediaType, alt }: FileBlock): APIMediaGalleryComponent | APIFileComponent => {
  const url = `attachment://${name}`;
  return mediaType === 'image/png'
    ? { type: TYPE.gallery, items: [{ media: { url }, description: label(alt, PICTURE.description) }] }
    : { type: TYPE.file, file: { url } };
};

/** Renders a picture from the web; undefined if its URL cannot be shown. */
export function drawPicture(url: string, alt: string): APIMediaGalleryComponent | undefined {
  const address = linkAddress(url);
  if (address === undefined || address.length > PICTURE.address) return undefined;
  return {
    type: TYPE.gallery,
    items: [{ media: { url: address }, description: label(alt, PICTURE.description) }],
  };
}
