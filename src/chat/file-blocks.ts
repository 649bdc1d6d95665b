import type { Translate } from '#core/messages/index';
import type { Block, FileBlock, Reply, RichText } from '#core/reply';

/** Returns a file as text: the lines of data, or the description of a picture. */
export const fileLines = ({ mediaType, content, alt }: FileBlock): readonly RichText[] =>
  mediaType === 'image/png'
    ? [[alt]]
    : new TextDecoder()
        .decode(content)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((text) => [{ text, style: 'code' }]);

const linesOf = (block: FileBlock): readonly Block[] => fileLines(block).map((text) => ({ type: 'context', text }));

/**
 * Replaces the files of an answer by text, for platforms that reject them.
 *
 * @param why precedes the first.
 * @param isReplaced which files are replaced; all by default.
 */
export function withFilesAsText(
  reply: Reply,
  why?: RichText,
  isReplaced: (file: FileBlock) => boolean = () => true,
): Reply {
  const caption = why === undefined ? [] : [{ type: 'context', text: why } as const];
  const first = reply.blocks.findIndex((block) => block.type === 'file' && isReplaced(block));
  return {
    ...reply,
    blocks: reply.blocks.flatMap((block, index): readonly Block[] =>
      block.type === 'file' && isReplaced(block)
        ? [...(index === first ? caption : []), ...(block.inWords ?? linesOf(block))]
        : [block],
    ),
  };
}

/** Returns the notice that a file was not sent, with the reason, and that its text follows. */
export const whyUnsent = ({ name }: Pick<FileBlock, 'name'>, reason: string, t: Translate): RichText => [
  t('file.failed', { file: name, reason }),
];
