import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Requester } from '#core/access/requester';
import { translatorFor } from '#core/messages/index';
import { type Dispatcher, MAX_UPLOADED_PAGE_BYTES } from '#core/ports';
import { sameOriginOnly } from './access.ts';
import type { AnswerPictures } from './answer-pictures.ts';
import { type Conversation, createConversation, type Turn } from './conversation.ts';
import type { WebOptions } from './port.ts';
import { readJson } from './requests.ts';
import type { UploadedFiles } from './uploaded-files.ts';

/** The maximum length of a JSON request in bytes; the longest command line is shorter. */
const MAX_REQUEST_BYTES = 16_384;

/** The maximum number of concurrent requests; the page itself makes one at a time. */
const MAX_CONCURRENT = 20;

export type ApiOptions = Pick<WebOptions, 'previews' | 'grammar'> & {
  readonly pictures: AnswerPictures;
  readonly uploadedFiles: UploadedFiles;
  readonly dispatcher: Dispatcher;
  readonly requester: (context: Context) => Requester;
};

/** Creates the API that the page's script calls: answers, completions, forms. */
export function createApi(options: ApiOptions): Hono {
  const { dispatcher, grammar, previews, uploadedFiles } = options;
  let inFlight = 0;
  const limited = async (context: Context, work: () => Promise<Response>): Promise<Response> => {
    if (inFlight >= MAX_CONCURRENT) return context.text('Too much is being answered: try again in a moment.', 503);
    inFlight += 1;
    try {
      return await work();
    } finally {
      inFlight -= 1;
    }
  };
  const answered = (context: Context, ask: (conversation: Conversation) => Promise<Turn>): Promise<Response> =>
    limited(context, async () =>
      context.json(await ask(createConversation({ ...options, requester: () => options.requester(context) }))),
    );

  const api = new Hono();
  api.use(sameOriginOnly);
  const onError = (context: Context) =>
    context.text(`This is too large: ${MAX_UPLOADED_PAGE_BYTES / 1_000_000} MB at most. Save only the article.`, 413);
  api.post('/upload', bodyLimit({ maxSize: MAX_UPLOADED_PAGE_BYTES, onError }), async (context) => {
    const content = new Uint8Array(await context.req.arrayBuffer());
    const name = context.req.query('name');
    return answered(context, ({ upload }) => upload({ content, ...(name && { name }) }));
  });
  api.use(bodyLimit({ maxSize: MAX_REQUEST_BYTES }));
  api.post('/ask', async (context) => {
    const { text } = await readJson(context);
    return answered(context, ({ ask }) => ask(text('line')));
  });
  api.post('/use', async (context) => {
    const { text, control } = await readJson(context);
    const platform = text('platform') === 'discord' ? 'discord' : 'slack';
    return answered(context, ({ use }) => use(platform, control(), text('chosen') || undefined));
  });
  api.post('/form', async (context) => {
    const { text, fields } = await readJson(context);
    return answered(context, ({ submit }) => submit(text('callback'), fields()));
  });
  api.post('/save', async (context) => {
    const { text } = await readJson(context);
    const t = translatorFor(options.requester(context).locale);
    return limited(context, async () => context.json(await uploadedFiles.save(text('article'), t)));
  });
  api.post('/complete', async (context) => {
    const { text } = await readJson(context);
    const line = text('line');
    return context.json({ word: grammar.lastWord(line), choices: dispatcher.completeLine(line) });
  });
  api.post('/options', async (context) => {
    const { text, fields } = await readJson(context);
    const field = previews.slack.fieldOf(text('action'));
    if (!field) return context.json([]);
    const given = previews.slack.readForm(`form.${field.command}`, fields())?.options ?? {};
    const choices = dispatcher.complete(field.command, field.option, text('value'), given, options.requester(context));
    return context.json(previews.slack.optionsOf(choices));
  });
  return api;
}
