import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Choice } from '#core/commands/choice';
import type { Command } from '#core/commands/command';
import type { Dispatcher } from '#core/ports';
import { sanitize } from '#text/sanitize';
import { shortId } from '#text/short-id';
import { truncate } from '#text/truncate';
import { COMMANDS } from '../limits.ts';
import { invocationFrom, tenantKeyOf } from './interactions.ts';
import { scopeOf } from './permissions.ts';

interface AutocompleteDeps {
  readonly dispatcher: Dispatcher;
  readonly commands: readonly Command[];
  readonly newId: () => string;
}

/** Offers the choices that match the typed text, immediately and from memory. @throws any error from sending them. */
export async function autocomplete(
  interaction: AutocompleteInteraction,
  { dispatcher, commands, newId }: AutocompleteDeps,
): Promise<void> {
  const asked = interaction.options.data.flatMap((option) => [option, ...(option.options ?? [])]);
  const focused = asked.find((option) => option.focused);
  if (!focused) return void (await interaction.respond([]));
  const { name, value = '' } = focused;
  const { command, options } = invocationFrom(interaction.commandName, interaction.options.data);
  const { [name]: _, ...others } = options;
  const requestScope = scopeOf(interaction);
  const requester = {
    id: newId(),
    tenantKey: tenantKeyOf(interaction),
    ...(requestScope && { scope: requestScope }),
    locale: interaction.locale,
  };
  const choices = dispatcher.complete(command, name, String(value), others, requester);
  const listed = commands
    .find((option) => option.name === command)
    ?.options.find((option) => option.name === name)?.values;
  await interaction.respond(
    choices.slice(0, COMMANDS.choices).flatMap((choice) => toApiChoice(choice, Boolean(listed))),
  );
}

/** Converts a choice within Discord's limits; a long value is shortened if the dispatcher can resolve it. */
function toApiChoice({ label, value }: Choice, listed: boolean): readonly ApplicationCommandOptionChoiceData<string>[] {
  const sent = value.length > COMMANDS.choiceValue && listed ? shortId(value) : value;
  if (sent === '' || sent.length > COMMANDS.choiceValue) return [];
  return [{ name: truncate(sanitize(label).trim(), COMMANDS.choiceName) || '…', value: sent }];
}
