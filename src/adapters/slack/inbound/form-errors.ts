import type { ViewResponseAction } from '@slack/bolt';
import type { Answer } from '#core/ports';
import { truncateAtWord } from '#text/truncate';
import { type FormValues, readForm } from './modal.ts';

interface View {
  readonly blocks?: readonly {
    readonly type?: string;
    readonly block_id?: string;
    readonly label?: { readonly text?: string };
  }[];
  readonly state?: { readonly values?: unknown };
}

/** Milliseconds that a form stays open for its answer; Slack waits three seconds. */
const TIMEOUT_MS = 1000;
/** The maximum length of an error that is readable under a field. */
const MAX_ERROR_LENGTH = 300;

/**
 * Acknowledges a submitted form: an error that the user can correct is shown under the field, and the form stays open.
 * An answer that takes longer than a second closes the form, and is shown where the form was opened.
 */
export function makeFormResponder(view: View, ack: (action?: ViewResponseAction) => Promise<void>) {
  let isOpen = true;
  const answer = async (action?: ViewResponseAction): Promise<boolean> => {
    if (!isOpen) return false;
    isOpen = false;
    clearTimeout(timer);
    await (action === undefined ? ack() : ack(action));
    return true;
  };
  const timer = setTimeout(() => void answer().catch(() => {}), TIMEOUT_MS);
  return {
    /** Whether the form itself shows the error. */
    tell: async (given: Answer): Promise<boolean> => {
      const errors = fieldErrors(given, view);
      const delivered = await answer(errors && { response_action: 'errors', errors });
      return delivered && errors !== undefined;
    },
    /** Closes the form, if it is still open. */
    end: async (): Promise<void> => void (await answer()),
  };
}

/** Returns the error under the field that it refers to, or under the first. */
function fieldErrors({ outcome, reply }: Answer, { blocks, state }: View): Record<string, string> | undefined {
  const fields = (blocks ?? []).flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : []));
  const [first] = reply.blocks;
  if (outcome !== 'mistake' || fields.length === 0 || first?.type !== 'paragraph') return undefined;
  const words = first.text.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  const filled = Object.entries(readForm(state?.values as FormValues | undefined));
  const labels = new Map((blocks ?? []).map(({ block_id, label }) => [block_id, label?.text]));
  // In English, the name of an option; in other languages, the label of its field.
  const isNamed = (name: string): boolean =>
    [name, labels.get(`field.${name}`) ?? name].some((word) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}`, 'iu').test(words),
    );
  const [meant] =
    filled.find(([, value]) => words.includes(`“${value}”`)) ?? filled.find(([name]) => isNamed(name)) ?? [];
  const field = fields.find((id) => id === `field.${meant}`) ?? (fields[0] as string);
  return { [field]: truncateAtWord(words, MAX_ERROR_LENGTH) };
}
