import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Prompts the terminal user for one line; the end of the input is an empty answer. */
export const ask = (question: string): Promise<string> => askOn(process.stdout, question);

/** Prompts for a secret, without echoing the input. */
export async function askSecret(question: string): Promise<string> {
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const answer = await askOn(nowhere, '');
  process.stdout.write('\n');
  return answer;
}

async function askOn(output: Writable, question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output, terminal: true });
  prompt.once('SIGINT', () => process.exit(130));
  const ended = new Promise<string>((resolve) => prompt.once('close', () => resolve('')));
  try {
    return await Promise.race([prompt.question(question), ended]);
  } finally {
    prompt.close();
  }
}
