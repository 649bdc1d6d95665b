import type { Entry, Shelf } from '#core/catalog';
import type { Command, Context } from '#core/command';
import { MissingValue, Refused, UserError } from '#core/errors';
import type { Invocation } from '#core/invocation';
import type { Answer, Desk, Logger, Material, Question } from '#core/ports';
import type { Asker, Seat } from '#core/requester';
import type { Scheduling } from '#core/scheduling';
import type { Translations } from '#core/translation';
import { commandNamed } from '#lookup';
import { completeLine, valueChoices } from './complete.ts';
import { failure, sentence, stale } from './error-replies.ts';
import { fitting, inFull } from './expand.ts';
import { isLinks, linksOf, type ReadLink, readLinks, withOthers } from './links.ts';
import { checked, parseLine } from './parse.ts';
import { makeTray, type Tray } from './uploads.ts';

interface Needs {
  readonly commands: readonly Command[];
  /** Other languages in which they can be typed. */
  readonly translations?: Translations;
  readonly shelf: Shelf;
  readonly logger: Logger;
  /** A short id, new each time, that joins what the person sees to the log. */
  readonly newId: () => string;
  /** Reads what somebody hands in. @throws UserError where it is no article. */
  readonly take: (material: Material) => Promise<Entry>;
  /** Left out where nothing is fetched. */
  readonly readLink?: ReadLink | undefined;
  /** Left out where nothing is kept. */
  readonly scheduling?: Scheduling | undefined;
  /** Where whoever sits at this machine asks, if schedules can be made there. */
  readonly seat?: Seat | undefined;
}

/** Takes lines and invocations to answers. Whatever goes wrong inside becomes an answer too. */
export function makeDesk(needs: Needs): Desk {
  const { commands, translations = {}, shelf, logger, newId, take, readLink, scheduling, seat } = needs;
  const tray: Tray = makeTray();
  const somebody = (): Asker => ({ id: newId(), place: HERE, ...(seat && { seat }) });
  const vocabulary = { commands, translations, ...(scheduling && { scheduling }) };
  const contextFor = (asker: Asker): Context => ({ ...vocabulary, asker, shelf: tray.over(shelf, asker.place) });

  const answered = async (question: Question, asker: Asker): Promise<Answer> => {
    let invocation: Invocation | undefined;
    try {
      const context = contextFor(asker);
      const { given, others, failures } = await followed(parsed(question, context), asker);
      invocation = expanded(given, context);
      const command = commandNamed(invocation.command, vocabulary);
      invocation = command.settle?.(invocation, context) ?? invocation;
      const reply = await command.run(invocation, context);
      return { reply: withOthers(reply, others, failures), outcome: 'answered', invocation };
    } catch (error) {
      return excused(error, question, asker, invocation);
    }
  };

  /** What was asked, each link to an article replaced by the article, which is read and kept. */
  const followed = async (given: Invocation, { place }: Asker) => {
    const links = readLink && isLinks(given.options.article ?? '') ? linksOf(given.options.article ?? '') : [];
    if (!readLink || links.length === 0) return { given, others: [], failures: [] };
    const { entries, failures } = await readLinks(links, readLink);
    const kept = entries.map((entry) => ({ id: tray.keep(entry, place), title: entry.article.title }));
    const [{ id: article } = { id: '' }, ...others] = kept;
    return { given: { ...given, options: { ...given.options, article } }, others, failures };
  };

  const excused = (error: unknown, question: Question, { id }: Asker, invocation: Invocation | undefined): Answer => {
    const known = invocation && { invocation };
    if (!(error instanceof UserError)) {
      logger.error('a command failed', { id, command: invocation?.command, err: error });
      return { reply: failure(id), outcome: 'failed', ...known };
    }
    const unfinished = error instanceof MissingValue ? { unfinished: error.invocation } : undefined;
    const isStale = question.kind === 'press' && !unfinished && !(error instanceof Refused);
    const reply = isStale ? stale(question.command === '' ? undefined : error.message) : sentence(error.message);
    return { reply, outcome: 'mistake', ...known, ...unfinished };
  };

  return {
    ask: (question, asker = somebody()) => answered(question, asker),
    read: async (material, asker = somebody()) => {
      try {
        const links = readLink && typeof material.content === 'string' ? linksOf(material.content) : [];
        const article = links.length > 0 ? links.join(' ') : tray.keep(await take(material), asker.place);
        return await answered({ kind: 'call', command: 'brief', options: { article } }, asker);
      } catch (error) {
        return excused(error, { kind: 'line', line: '' }, asker, undefined);
      }
    },
    completeLine: (line) => quietly(logger, () => completeLine(line, contextFor(somebody()))),
    complete: (name, option, typed, given, asker = somebody()) =>
      quietly(logger, () => {
        const command = commandNamed(name, vocabulary);
        const found = command.options.find((one) => one.name === option);
        const context = contextFor(asker);
        return found ? valueChoices(found, command, context, typed, inFull(command, given, context)) : [];
      }),
  };
}

/** The place of whoever sits at this machine. */
const HERE = 'here';

function parsed(question: Question, context: Context): Invocation {
  if (question.kind !== 'line') return checked(commandNamed(question.command, context), question.options);
  if (isLinks(question.line)) return { command: 'brief', options: { article: question.line } };
  return parseLine(question.line.trim() === '' ? '/help' : question.line, context);
}

function expanded(given: Invocation, context: Context): Invocation {
  const command = commandNamed(given.command, context);
  return { command: command.name, options: fitting(command, inFull(command, given.options, context), context) };
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
