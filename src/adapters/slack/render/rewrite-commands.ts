import { mapRichText } from '#chat/map-rich-text';
import { isOwnText } from '#chat/own-text';
import type { Command } from '#core/commands/command';
import type { Answer } from '#core/ports';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import { type Naming, slashNameOf } from '../command-names.ts';

/** Replaces the commands in an answer by their names in this workspace. */
export type RewriteCommands = (answer: Answer) => Reply;

// type /status, or /schedule list   (`/status`)
//      ^^^^^^^     ^^^^^^^^^          ^^^^^^^
const COMMAND_NAME = /(?<=^|[\s(“`])\/([a-z]+)(?![\w/])/g;

/** Slack reserves some names, and other apps may use others: the commands shown to users must work. */
export function makeRewriteCommands(commands: readonly Command[], naming: Naming): RewriteCommands {
  const words = [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? name))];
  const names = new Map(words.map((word) => [word, slashNameOf(word, naming)]));
  const renamed = (text: string): string =>
    text.replace(COMMAND_NAME, (whole, word: string) => names.get(word) ?? whole);
  if (words.every((word) => names.get(word) === `/${word}`)) return ({ reply }) => reply;
  return (answer) => {
    const { reply } = answer;
    return isOwnText(answer) ? { ...reply, blocks: reply.blocks.map((block) => renameInBlock(block, renamed)) } : reply;
  };
}

function renameInBlock(block: Block, spelt: (text: string) => string): Block {
  const inline = (piece: Inline): Inline =>
    typeof piece === 'string' ? spelt(piece) : { ...piece, text: spelt(piece.text) };
  const rich = (text: RichText): RichText => text.map(inline);
  switch (block.type) {
    case 'heading':
      return { ...block, text: spelt(block.text) };
    case 'select':
      return { ...block, choices: block.choices.map((choice) => ({ ...choice, label: spelt(choice.label) })) };
    default:
      return mapRichText(block, rich);
  }
}
