import type { Command, Context, Invocation } from '#core/command';
import { UserError } from '#core/errors';
import type { Desk, Logger } from '#core/ports';
import type { Reply } from '#core/reply';
import type { Shelf } from '#core/shelf';
import { completeLine, valueChoices } from './complete.ts';
import { checked, commandNamed, parseLine } from './parse.ts';

interface Needs {
  readonly commands: readonly Command[];
  readonly shelf: Shelf;
  readonly logger: Logger;
  /** A short id, new each time, that joins what the person sees to the log. */
  readonly newId: () => string;
}

/** Takes lines and invocations to answers. Whatever goes wrong inside becomes an answer too. */
export function makeDesk({ commands, shelf, logger, newId }: Needs): Desk {
  const context: Context = { commands, shelf };
  const answered = (invoke: () => Invocation): Reply => {
    let asked: Invocation | undefined;
    try {
      asked = invoke();
      return commandNamed(asked.command, commands).run(asked, context);
    } catch (error) {
      if (error instanceof UserError) return sentence(error.message);
      const id = newId();
      logger.error('a command failed', { id, command: asked?.command, err: error });
      return sentence(`Something went wrong inside; the log has it as ${id}.`);
    }
  };
  return {
    answerLine: (line) => answered(() => parseLine(line.trim() === '' ? '/help' : line, commands)),
    answer: (command, options) => answered(() => checked(commandNamed(command, commands), options)),
    completeLine: (line) => quietly(logger, () => completeLine(line, context)),
    complete: (name, option, typed, given) =>
      quietly(logger, () => {
        const command = commandNamed(name, commands);
        const found = command.options.find((one) => one.name === option);
        return found ? valueChoices(found, command, context, typed, given) : [];
      }),
  };
}

/** Completion has nothing to say where something is wrong: the answer to the whole line will tell. */
function quietly<T>(logger: Logger, complete: () => readonly T[]): readonly T[] {
  try {
    return complete();
  } catch (error) {
    if (!(error instanceof UserError)) logger.error('a completion failed', { err: error });
    return [];
  }
}

const sentence = (text: string): Reply => ({ visibility: 'asker', blocks: [{ type: 'paragraph', text: [text] }] });
