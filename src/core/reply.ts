import type { Choice } from './commands/choice.ts';

/**
 * An answer: a small tree of blocks, the same for all platforms. All strings are literal text without markup; adapters
 * escape what their platform would interpret.
 */
export interface Reply {
  /** Answers are shown to the requester only; scheduled posts to the channel. */
  readonly visibility: 'asker' | 'channel';
  readonly blocks: readonly Block[];
}

/** An answer in one sentence, visible to the requester only. */
export const sentenceReply = (...text: RichText): Reply => ({
  visibility: 'asker',
  blocks: [{ type: 'paragraph', text }],
});

export interface Styled {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  /** The target of a click: an http or https URL. */
  readonly href?: string;
  /** The platform's id of a channel: rendered as a mention if the platform has them, and as `text` otherwise. */
  readonly channel?: string;
  /** The platform's mention of a command: rendered as a mention if the platform has them, and as `text` otherwise. */
  readonly mention?: string;
}

export type Inline = string | Styled;
export type RichText = readonly Inline[];

export type Block =
  | { readonly type: 'heading'; readonly text: string; readonly level: 1 | 2 | 3 }
  | { readonly type: 'paragraph'; readonly text: RichText }
  | QuoteBlock
  | { readonly type: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly RichText[])[] }
  | { readonly type: 'list'; readonly items: readonly RichText[] }
  | { readonly type: 'image'; readonly url: string; readonly alt: string }
  | FileBlock
  /** `askerOnly`: it concerns the requester only, and is left out of shared answers. */
  | { readonly type: 'context'; readonly text: RichText; readonly askerOnly?: true }
  | { readonly type: 'divider' }
  | { readonly type: 'actions'; readonly actions: readonly Action[] }
  | SelectBlock;

export type BlockType = Block['type'];

/** A file that comes with an answer: data to keep, or a picture. */
export interface FileBlock {
  readonly type: 'file';
  /** `onrecord-data.json`: letters, digits, `-`, `_` and a dot. */
  readonly name: string;
  readonly mediaType: 'application/json' | 'text/x-opml' | 'image/png';
  readonly content: Uint8Array;
  /** A description of the picture or the data. */
  readonly alt: string;
  /** Shown if the file cannot be; default: the description of a picture, the lines of data. */
  readonly inWords?: readonly Block[];
  /** It is for the requester only: an answer that contains it cannot be shared. */
  readonly askerOnly?: true;
  /** The platform's id of the file, if it was uploaded before the message. */
  readonly uploaded?: string;
}

/** Whether an answer contains blocks for the requester only. */
export const isPrivate = ({ blocks }: Reply): boolean =>
  blocks.some((block) => block.type === 'file' && block.askerOnly === true);

/** Words verbatim. An adapter never cuts inside `text` and adds nothing but quotation marks around it. */
export interface QuoteBlock {
  readonly type: 'quote';
  /** The parts of one quotation, verbatim, marks excluded; rendered with “…” between two parts. */
  readonly text: readonly string[];
  /** The speaker. */
  readonly by?: RichText;
  /** The sentence of the article around it. */
  readonly leadIn?: RichText;
  readonly evidence?: Evidence;
}

// “We saw it” … “and left.”   ‘Her words were, “Leave it.”’
/** The displayed parts of a quotation: in double marks, or in single ones if it contains double marks. */
export function quoteText(parts: readonly string[]): string {
  const [open, close] = parts.some((part) => /["“”„]/u.test(part)) ? '‘’' : '“”';
  return parts.map((part) => `${open}${part}${close}`).join(' … ');
}

/** The location of the words, for readers to check. */
export interface Evidence {
  /** Counted from 1; 0 is the headline. */
  readonly paragraph: number;
  /** The name of the location if it is not a paragraph. */
  readonly label?: string;
  /** The article's URL with a text fragment that leads to the words. */
  readonly href?: string;
}

/** A menu: choosing a value is equivalent to typing the command with that option. */
export interface SelectBlock {
  readonly type: 'select';
  /** The label: `Speaker`. */
  readonly label: string;
  readonly command: string;
  /** The other options, unchanged. */
  readonly options: Readonly<Record<string, string>>;
  /** The option for the chosen value. */
  readonly option: string;
  /** 1 to 25 choices with unique values. */
  readonly choices: readonly Choice[];
}

/** A button: pressing it is equivalent to typing the command. */
export interface Action {
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}
