import type { Choice } from './commands/choice.ts';

/**
 * What an answer is: a small tree of blocks, the same for every platform. Every string in it is literal text,
 * never markup; an adapter escapes what its platform would read as more than letters.
 */
export interface Reply {
  /** Ad-hoc answers go to the asker alone; scheduled posts to the channel. */
  readonly visibility: 'asker' | 'channel';
  readonly blocks: readonly Block[];
}

/** An answer in one sentence, for the user who asked alone. */
export const sentenceReply = (...text: RichText): Reply => ({
  visibility: 'asker',
  blocks: [{ type: 'paragraph', text }],
});

export interface Styled {
  readonly text: string;
  readonly style?: 'strong' | 'emphasis' | 'code';
  /** Where a click leads; an http or https address. */
  readonly href?: string;
  /** The platform's own id of a channel: drawn as the platform shows channels, as `text` where it does not. */
  readonly channel?: string;
  /** The platform's own mention of a command: drawn as the platform shows commands, as `text` where it does not. */
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
  /** `askerOnly`: it holds for the user who asked alone, and is left out where the answer is shared. */
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
  /** What can be seen in a picture, in words; what data is. */
  readonly alt: string;
  /** What is shown where the file cannot be; by default the description of a picture, and the lines of data. */
  readonly inWords?: readonly Block[];
  /** It is for the user who asked alone: an answer that holds it is not shared. */
  readonly askerOnly?: true;
  /** The platform's own id of the file, where it was uploaded ahead of the message. */
  readonly uploaded?: string;
}

/** Whether an answer holds what is for the user who asked alone. */
export const isPrivate = ({ blocks }: Reply): boolean =>
  blocks.some((block) => block.type === 'file' && block.askerOnly === true);

/** Words verbatim. An adapter never cuts inside `text` and adds nothing but quotation marks around it. */
export interface QuoteBlock {
  readonly type: 'quote';
  /** The parts of one quotation as they stand in the article, marks excluded; drawn with “…” between two parts. */
  readonly text: readonly string[];
  /** The speaker. */
  readonly by?: RichText;
  /** The article's own sentence around it. */
  readonly leadIn?: RichText;
  readonly evidence?: Evidence;
}

// “We saw it” … “and left.”   ‘Her words were, “Leave it.”’
/** The parts of a quotation as a reader sees them: in double marks, or in single ones around double marks of its own. */
export function quoteText(parts: readonly string[]): string {
  const [open, close] = parts.some((part) => /["“”„]/u.test(part)) ? '‘’' : '“”';
  return parts.map((part) => `${open}${part}${close}`).join(' … ');
}

/** Where the words stand, so that a reader can check. */
export interface Evidence {
  /** Counted from 1; 0 is the headline. */
  readonly paragraph: number;
  /** What the place is called where it is no paragraph. */
  readonly label?: string;
  /** The article's own address with a text fragment that lands on the words. */
  readonly href?: string;
}

/** A way on with a value to choose: choosing it is the same as typing the command with that option. */
export interface SelectBlock {
  readonly type: 'select';
  /** What is chosen: `Speaker`. */
  readonly label: string;
  readonly command: string;
  /** The other options, as they stay. */
  readonly options: Readonly<Record<string, string>>;
  /** The option that takes what is chosen. */
  readonly option: string;
  /** 1 to 25, values different from each other. */
  readonly choices: readonly Choice[];
}

/** A way on: pressing it is the same as typing the command. */
export interface Action {
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}
