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

/** Replaces the files of an answer by text, for platforms that reject them. @param why precedes the first. */
export function withFilesAsText(reply: Reply, why?: RichText): Reply {
  const caption = why === undefined ? [] : [{ type: 'context', text: why } as const];
  const first = reply.blocks.findIndex(({ type }) => type === 'file');
  return {
    ...reply,
    blocks: reply.blocks.flatMap((block, index): readonly Block[] =>
      block.type === 'file'
        ? [...(index === first ? caption : []), ...fileLines(block).map((text) => ({ type: 'context', text }) as const)]
        : [block],
    ),
  };
}

/** Returns the notice that a file was not sent, with the reason, and that its text follows. */
export const whyUnsent = ({ name }: Pick<FileBlock, 'name'>, reason: string, t: Translate): RichText => [
  t('file.failed', { file: name, reason }),
];
