import { mapRichText } from '#chat/map-rich-text';
import { isOwnText } from '#chat/own-text';
import type { Answer } from '#core/ports';
import type { Inline, Reply, RichText, Styled } from '#core/reply';
import { isSnowflake } from '../snowflake.ts';

/** The IDs of the registered commands by name; commands of two words by the first. */
export type CommandIds = ReadonlyMap<string, string>;

/** Replaces the commands in an answer by clickable mentions. */
export type RewriteCommands = (answer: Answer) => Reply;

// /schedule add time:07:30   /quotes [speaker]
// ^name     ^more            ^name
const COMMAND = /(?<=^|[\s(“])\/([a-z]+)(?: ([a-z]+))?/g;

/**
 * Replaces `/brief` by a mention that enters the command for the user: in our own texts, and in lines to type.
 *
 * @param names the names of all commands, as typed.
 * @param ids the IDs from Discord; empty until the commands are registered.
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export function makeRewriteCommands(names: readonly string[], ids: () => CommandIds): RewriteCommands {
  const known = new Set(names);

  const mentionOf = (first: string, second: string | undefined): Styled | undefined => {
    const whole = `${first} ${second}`;
    const name = second !== undefined && known.has(whole) ? whole : first;
    const id = ids().get(first);
    if (!known.has(name) || id === undefined || !isSnowflake(id)) return undefined;
    return { text: `/${name}`, style: 'code', mention: `</${name}:${id}>` };
  };

  const split = (text: string, rest: (text: string) => Inline): readonly Inline[] => {
    const pieces: Inline[] = [];
    let end = 0;
    for (const { 1: first = '', 2: second, index } of text.matchAll(COMMAND)) {
      const found = mentionOf(first, second);
      if (!found) continue;
      if (index > end) pieces.push(rest(text.slice(end, index)));
      pieces.push(found);
      end = index + found.text.length;
    }
    if (end < text.length) pieces.push(rest(text.slice(end)));
    return pieces;
  };

  const codeRest =
    (piece: Styled) =>
    (text: string): Inline => {
      const bare = text.trim();
      return bare === '' ? text : { ...piece, text: bare };
    };
  const rich = (text: RichText): RichText =>
    text.flatMap((piece): readonly Inline[] => {
      if (typeof piece === 'string') return split(piece, (words) => words);
      if (piece.style !== 'code') return [piece];
      const pieces = split(piece.text, codeRest(piece));
      return pieces.flatMap((inline, at) => (at > 0 ? [' ', inline] : [inline]));
    });

  /** Lines to type are our own in every answer. */
  const lines = (text: RichText): RichText => text.flatMap((piece) => (isLineToType(piece) ? rich([piece]) : [piece]));

  return (answer) => {
    if (ids().size === 0) return answer.reply;
    const change = isOwnText(answer) ? rich : lines;
    return { ...answer.reply, blocks: answer.reply.blocks.map((block) => mapRichText(block, change)) };
  };
}

const isLineToType = (piece: Inline): boolean =>
  typeof piece !== 'string' && piece.style === 'code' && piece.text.startsWith('/');
