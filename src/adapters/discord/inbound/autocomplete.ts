import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Choice } from '#core/choice';
import type { Command } from '#core/command';
import type { Desk } from '#core/ports';
import { clip } from '#text/clip';
import { plain } from '#text/sanitize';
import { shortOf } from '#text/short-id';
import { COMMANDS } from '../limits.ts';
import { calledIn, placeOf } from './interactions.ts';
import { seatOf } from './permissions.ts';

interface Needs {
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly newId: () => string;
}

/** Offers what fits what has been typed so far, at once and from memory. @throws whatever sending it throws. */
export async function complete(interaction: AutocompleteInteraction, { desk, commands, newId }: Needs): Promise<void> {
  const asked = interaction.options.data.flatMap((one) => [one, ...(one.options ?? [])]);
  const focused = asked.find((one) => one.focused);
  if (!focused) return void (await interaction.respond([]));
  const { name, value = '' } = focused;
  const { command, options } = calledIn(interaction.commandName, interaction.options.data);
  const { [name]: _, ...others } = options;
  const seat = seatOf(interaction);
  const asker = { id: newId(), place: placeOf(interaction), ...(seat && { seat }) };
  const choices = desk.complete(command, name, String(value), others, asker);
  const listed = commands.find((one) => one.name === command)?.options.find((option) => option.name === name)?.values;
  await interaction.respond(choices.slice(0, COMMANDS.choices).flatMap((choice) => offered(choice, Boolean(listed))));
}

/** A choice as it fits; a long value has a stand-in where the desk knows what it stands for. */
function offered({ label, value }: Choice, listed: boolean): readonly ApplicationCommandOptionChoiceData<string>[] {
  const sent = value.length > COMMANDS.choiceValue && listed ? shortOf(value) : value;
  if (sent === '' || sent.length > COMMANDS.choiceValue) return [];
  return [{ name: clip(plain(label).trim(), COMMANDS.choiceName) || '…', value: sent }];
}
