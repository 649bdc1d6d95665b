import type { Operator } from '#core/access/operator';
import type { Requester, RequestScope } from '#core/access/requester';
import type { Catalog, CatalogEntry } from '#core/catalog';
import type { Command, Context } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import type { Translations } from '#core/commands/translation';
import { ForbiddenError, MissingOptionError, UserError } from '#core/errors';
import type { Feeds } from '#core/feeds';
import type { DrawPicture } from '#core/picture';
import type { Answer, Dispatcher, Logger, Question, Upload } from '#core/ports';
import { sentenceReply } from '#core/reply';
import type { Scheduling } from '#core/scheduling';
import type { ArchiveView } from '#core/storage/archive';
import type { WorkspaceData } from '#core/workspace-data';
import { commandNamed } from '#lookup';
import { withArchived } from './archived.ts';
import { completeLine, valueChoices, valueLabels } from './complete.ts';
import { failureReply, staleReply, withChoices, withoutPermission } from './error-replies.ts';
import { checkLengths, expandShortIds } from './expand.ts';
import { languageOf, textsFor } from './language.ts';
import { isLinks, linksOf, type ReadLink, readLinks, withOthers } from './links.ts';
import { IMPORT_FEEDS, opmlIn } from './opml.ts';
import { parseLine, validated } from './parse.ts';
import { withReaderUrls } from './reader-urls.ts';
import { makeUploads, type Uploads } from './uploads.ts';

interface DispatcherDeps {
  readonly commands: readonly Command[];
  /** The translations of the command names. */
  readonly translations?: Translations;
  readonly catalog: Catalog;
  readonly logger: Logger;
  /** Generates a short unique id that links the user's reply to the log. */
  readonly newId: () => string;
  /** Reads a submitted text. @throws UserError if it is not an article. */
  readonly take: (material: Upload) => Promise<CatalogEntry>;
  /** Absent if links are not fetched. */
  readonly readLink?: ReadLink | undefined;
  /** Absent if nothing is stored. */
  readonly scheduling?: Scheduling | undefined;
  /** Absent if nothing is stored. */
  readonly feeds?: Feeds | undefined;
  /** Absent if nothing is stored. */
  readonly archive?: ArchiveView | undefined;
  /** Absent if nothing is stored. */
  readonly data?: WorkspaceData | undefined;
  /** Absent if no pictures are drawn. */
  readonly drawPicture?: DrawPicture | undefined;
  /** The operator's contact details and policies, if configured. */
  readonly operator?: Operator;
  /** The request scope of the local terminal user, if schedules are available there. */
  readonly requestScope?: RequestScope | undefined;
}

/** Creates a dispatcher that answers lines and invocations. Internal errors are answered too. */
export function makeDispatcher(needs: DispatcherDeps): Dispatcher {
  const {
    commands,
    translations = {},
    catalog,
    logger,
    newId,
    take,
    readLink,
    scheduling,
    feeds,
    archive,
    requestScope,
  } = needs;
  const uploads: Uploads = makeUploads();
  const localRequester = (): Requester => ({
    id: newId(),
    tenantKey: LOCAL_TENANT,
    ...(requestScope && { scope: requestScope }),
  });
  const vocabulary = {
    ...{ commands, translations },
    ...(scheduling && { scheduling }),
    ...(feeds && { feeds }),
    ...(archive && { archive }),
    ...(needs.data && { data: needs.data }),
    operator: needs.operator ?? { retentionDays: DEFAULT_RETENTION_DAYS },
  };
  const contextFor = (requester: Requester): Context => {
    const own = uploads.overlay(catalog, requester.tenantKey);
    return {
      ...vocabulary,
      requester,
      ...(needs.drawPicture && requester.tenantKey !== LOCAL_TENANT && { drawPicture: needs.drawPicture }),
      t: textsFor(requester),
      catalog: requester.readerUrl ? withReaderUrls(own, requester.readerUrl) : own,
    };
  };

  const answer = async (question: Question, requester: Requester, attached?: string): Promise<Answer> => {
    let invocation: Invocation | undefined;
    try {
      const atHand = { ...contextFor(requester), ...(attached !== undefined && { attached }) };
      const { given, others, failures } = await followed(parsed(question, atHand), requester);
      const command = commandNamed(given.command, vocabulary);
      const context = { ...atHand, catalog: await withArchived(atHand.catalog, given, command, requester, archive) };
      invocation = expanded(given, context);
      invocation = command.resolve?.(invocation, context) ?? invocation;
      const reply = await command.run(invocation, context);
      return {
        reply: withOthers(reply, others, failures, atHand.t),
        outcome: 'answered',
        invocation,
        ...languageOf(requester),
      };
    } catch (error) {
      return replyToError(await withoutPermission(error, requester, commands), question, requester, invocation);
    }
  };

  /** The invocation with each link to an article replaced by the article, which is read and stored. */
  const followed = async (given: Invocation, { tenantKey }: Requester) => {
    const links = readLink && isLinks(given.options.article ?? '') ? linksOf(given.options.article ?? '') : [];
    if (!readLink || links.length === 0) return { given, others: [], failures: [] };
    const { entries, failures } = await readLinks(links, readLink);
    const kept = entries.map((entry) => ({ id: uploads.keep(entry, tenantKey), title: entry.article.title }));
    const [{ id: article } = { id: '' }, ...others] = kept;
    return { given: { ...given, options: { ...given.options, article } }, others, failures };
  };

  const replyToError = (
    error: unknown,
    question: Question,
    requester: Requester,
    invocation: Invocation | undefined,
  ): Answer => {
    const known = invocation && { invocation };
    const { id } = requester;
    if (!(error instanceof UserError)) {
      logger.error('a command failed', { id, command: invocation?.command, err: error });
      return {
        reply: failureReply(id, textsFor(requester)),
        outcome: 'failed',
        ...known,
        ...languageOf(requester),
      };
    }
    const atHand = contextFor(requester);
    const text = atHand.t.message(error.text);
    const unfinished = error instanceof MissingOptionError ? { incomplete: error.invocation } : undefined;
    const isStale = question.kind === 'component' && !unfinished && !(error instanceof ForbiddenError);
    const reply = isStale
      ? staleReply(atHand.t, question.command === '' ? undefined : text)
      : withChoices(sentenceReply(text), error, atHand);
    return { reply, outcome: 'mistake', ...known, ...unfinished, ...languageOf(requester) };
  };

  return {
    dispatch: (question, requester = localRequester()) => answer(question, requester),
    briefUpload: async (upload, requester = localRequester()) => {
      try {
        const opml = opmlIn(upload);
        if (opml !== undefined) return await answer(IMPORT_FEEDS, requester, opml);
        const links = readLink && typeof upload.content === 'string' ? linksOf(upload.content, upload.links) : [];
        const article = links.length > 0 ? links.join(' ') : uploads.keep(await take(upload), requester.tenantKey);
        return await answer({ kind: 'call', command: 'brief', options: { article } }, requester);
      } catch (error) {
        return replyToError(error, { kind: 'line', text: '' }, requester, undefined);
      }
    },
    findArticle: (id, tenantKey) => {
      const found = uploads.overlay(catalog, tenantKey).find(id);
      return found?.article.id === id ? found : undefined;
    },
    labelsOf: async (invocation, requester) => {
      const atHand = contextFor(requester);
      const command = commandNamed(invocation.command, vocabulary);
      const catalog = await withArchived(atHand.catalog, invocation, command, requester, archive);
      return valueLabels(command, invocation, { ...atHand, catalog });
    },
    completeLine: (line) => withoutErrors(logger, () => completeLine(line, contextFor(localRequester()))),
    complete: (name, option, typed, given, requester = localRequester()) =>
      withoutErrors(logger, () => {
        const command = commandNamed(name, vocabulary);
        const found = command.options.find((candidate) => candidate.name === option);
        const context = contextFor(requester);
        return found ? valueChoices(found, command, context, typed, expandShortIds(command, given, context)) : [];
      }),
  };
}

const DEFAULT_RETENTION_DAYS = 30;

/** The tenant key of the local terminal user. */
const LOCAL_TENANT = 'here';

function parsed(question: Question, context: Context): Invocation {
  if (question.kind !== 'line')
    return validated(commandNamed(question.command, context), question.options, context.translations);
  if (isLinks(question.text)) return { command: 'brief', options: { article: question.text } };
  return parseLine(question.text.trim() === '' ? '/help' : question.text, context);
}

function expanded(given: Invocation, context: Context): Invocation {
  const command = commandNamed(given.command, context);
  return {
    command: command.name,
    options: checkLengths(command, expandShortIds(command, given.options, context), context),
  };
}

/** Returns no completions if there is an error: the reply to the whole line reports it. */
function withoutErrors<T>(logger: Logger, complete: () => readonly T[]): readonly T[] {
  try {
    return complete();
  } catch (error) {
    if (!(error instanceof UserError)) logger.error('a completion failed', { err: error });
    return [];
  }
}
