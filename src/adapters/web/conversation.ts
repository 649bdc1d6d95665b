import type { ButtonToken } from '#chat/button-token';
import type { Requester } from '#core/access/requester';
import { translatorFor } from '#core/messages/index';
import type { Answer, Dispatcher, Question } from '#core/ports';
import type { AnswerPictures } from './answer-pictures.ts';
import { type Drawings, drawAnswer } from './drawings/answers.ts';
import { drawModal } from './drawings/slack/modal.ts';
import { toMarkup } from './html.ts';
import type { UploadedFile, WebOptions } from './port.ts';
import type { FilledField, PreviewName, UsedControl } from './preview.ts';
import type { SaveButton, UploadedFiles } from './uploaded-files.ts';

/** A message as the page receives it: markup for each platform, with every text escaped. */
export interface Message {
  readonly slack?: string;
  readonly discord?: string;
}

/** The result of a request from the page. */
export interface Turn {
  /** The equivalent command line, for a new entry. */
  readonly line?: string;
  /** The user's own copy of the answer. */
  readonly own?: Message;
  /** A post visible to the whole channel. */
  readonly post?: Message;
  /** A form shown over the page. */
  readonly form?: string;
  /** Present if the article is only in memory. */
  readonly save?: SaveButton;
}

type ConversationDeps = Pick<WebOptions, 'previews' | 'grammar'> & {
  readonly pictures: Pick<AnswerPictures, 'keep'>;
  readonly uploadedFiles: UploadedFiles;
  readonly dispatcher: Dispatcher;
  readonly requester: () => Requester;
};

/** The requests that the page can make, as the platforms would make them. */
export interface Conversation {
  ask(line: string): Promise<Turn>;
  upload(file: UploadedFile): Promise<Turn>;
  use(platform: PreviewName, control: UsedControl, chosen: string | undefined): Promise<Turn>;
  submit(callbackId: string, fields: readonly FilledField[]): Promise<Turn>;
}

/** A pasted text: its format follows from its content. */
const UNNAMED = 'text.txt';

export function createConversation({
  previews,
  grammar,
  pictures,
  uploadedFiles,
  dispatcher,
  requester,
}: ConversationDeps): Conversation {
  const kept = (answer: Answer): Answer => ({ ...answer, reply: pictures.keep(answer.reply) });
  const ask = async (question: Question): Promise<Answer> => kept(await dispatcher.dispatch(question, requester()));
  const turnOf = (answer: Answer, line?: string): Turn => ({
    ...lineOf(answer, line),
    ...buttonOf(answer),
    own: markup(drawAnswer(previews, 'own', answer, 1)),
  });
  const buttonOf = (answer: Answer): Pick<Turn, 'save'> => {
    const save = uploadedFiles.buttonFor(answer, translatorFor(requester().locale));
    return save ? { save } : {};
  };
  const lineOf = ({ invocation }: Answer, typed: string | undefined) => {
    const line = typed ?? (invocation && grammar.formatLine(invocation));
    return line === undefined ? {} : { line };
  };

  return {
    ask: async (text) => turnOf(await ask({ kind: 'line', text }), text),
    upload: async (file) => {
      const { name = UNNAMED, content } = file;
      const answer = kept(await dispatcher.briefUpload({ name, content }, requester()));
      uploadedFiles.remember(answer, file);
      return turnOf(answer, name);
    },
    use: async (platform, control, chosen) => {
      const token = previews[platform].tokenOf(control);
      if (token?.action === 'form') return openForm(token);
      const answer = await ask(pressed(token, chosen));
      const part = token?.part ?? 1;
      if (token?.action === 'share' && answer.outcome === 'answered') {
        return {
          post: markup(drawAnswer(previews, 'shared', answer, part)),
          own: only(platform, markup(drawAnswer(previews, 'sharedCopy', answer, part))),
        };
      }
      // Each platform counts pages separately: turning one leaves the other unchanged.
      const own = markup(drawAnswer(previews, 'own', answer, part));
      return { own: part > 1 ? only(platform, own) : own, ...buttonOf(answer) };
    },
    submit: async (callbackId, fields) => {
      const invocation = previews.slack.readForm(callbackId, fields);
      return turnOf(await ask({ kind: 'call', ...(invocation ?? { command: '', options: {} }) }));
    },
  };

  function openForm({ invocation }: ButtonToken): Turn {
    const view = previews.slack.form(invocation);
    return view ? { form: toMarkup([drawModal(view)]) } : {};
  }
}

function pressed(token: ButtonToken | undefined, chosen: string | undefined): Question {
  const { command, options } = token?.invocation ?? { command: '', options: {} };
  const given = token?.option !== undefined && chosen ? { [token.option]: chosen } : {};
  return { kind: 'component', command, options: { ...options, ...given } };
}

const markup = ({ slack, discord }: Drawings): Required<Message> => ({
  slack: toMarkup(slack),
  discord: toMarkup(discord),
});

const only = (platform: PreviewName, message: Required<Message>): Message => ({ [platform]: message[platform] });
