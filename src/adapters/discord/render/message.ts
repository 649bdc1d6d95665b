import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Drawable } from '#chat/paginate/drawable';
import { escapeWithin, plainText } from '#chat/plain-text';
import { inEnglish } from '#core/messages/index';
import { sanitize } from '#text/sanitize';
import { truncate } from '#text/truncate';
import { BUDGET, PICTURE } from '../limits.ts';
import { TYPE, textDisplay } from './components.ts';
import { escapeListMarker, escapeText } from './escape.ts';
import { layoutSections } from './layout.ts';
import { allocateLinks, bareLine, countFormatting, type MarkupLine, writeLine } from './links.ts';

/** The message as sent by any route: version 2 components only; its mentions notify no user. */
export interface Message {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: [] };
  /** The files in `files`, by index. */
  readonly attachments?: readonly { readonly id: string; readonly filename: string; readonly description: string }[];
  /** Sent separately from the body. */
  readonly files?: readonly MessageFile[];
}

/** A file in the client's format. */
export interface MessageFile {
  readonly name: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const COMPONENTS_V2 = 1 << 15;

/** The accent color next to a message: blue for answers, rust for errors. */
export const ACCENT = { answer: 0x2b5f8a, trouble: 0xb4532a } as const;

export type Accent = keyof typeof ACCENT;

const EMPTY_REPLY = textDisplay(`-# ${inEnglish('chat.nothing')}`);

/** Renders one message. The blocks fit already; URLs take the room that the text leaves. */
export function render(drawables: readonly Drawable[], accent: Accent = 'answer'): Message {
  const sections = layoutSections(drawables);
  const addresses = linkTargetsFor(sections.flatMap((section) => ('lines' in section ? section.lines : [])));
  const components = sections.map((section) =>
    'lines' in section
      ? textDisplay(section.lines.map((line) => writeLine(line, addresses)).join('\n'))
      : section.component,
  );
  return {
    flags: COMPONENTS_V2,
    components: [
      {
        type: TYPE.container,
        accent_color: ACCENT[accent],
        components: components.length > 0 ? components : [EMPTY_REPLY],
      },
    ],
    allowed_mentions: { parse: [] },
    ...filesOf(drawables),
  };
}

/** Renders one message as plain text in a single component, if Discord refuses the components. */
export function renderText(drawables: readonly Drawable[]): Message {
  const text = escapeWithin(plainText(drawables), escapeLines, BUDGET.characters);
  return {
    flags: COMPONENTS_V2,
    components: [text === '' ? EMPTY_REPLY : textDisplay(text)],
    allowed_mentions: { parse: [] },
  };
}

const escapeLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => escapeListMarker(escapeText(line)))
    .join('\n');

function filesOf(drawables: readonly Drawable[]): Pick<Message, 'attachments' | 'files'> {
  const files = drawables.filter((block) => block.type === 'file');
  if (files.length === 0) return {};
  return {
    attachments: files.map(({ name, alt }, id) => ({
      id: String(id),
      filename: name,
      description: truncate(sanitize(alt).trim(), PICTURE.description),
    })),
    files: files.map(({ name, mediaType, content }) => ({ name, contentType: mediaType, data: content })),
  };
}

function linkTargetsFor(lines: readonly MarkupLine[]) {
  const bare = lines.map(bareLine);
  return allocateLinks(lines, {
    characters: BUDGET.characters - bare.reduce((sum, line) => sum + line.length + 1, 0),
    marks: BUDGET.marks - bare.reduce((sum, line) => sum + countFormatting(line), 0),
  });
}
