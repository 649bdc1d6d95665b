import { describe, expect, test } from 'vitest';
import { river } from '../../../support/river.ts';
import { stage } from '../stage.ts';

interface Input {
  readonly type: string;
  readonly block_id: string;
  readonly element: { readonly type: string; readonly action_id: string };
}

interface Modal {
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly blocks: readonly Input[];
}

describe.each(['socket', 'http'] as const)('a form, over %s', (transport) => {
  const on = stage({ transport, entries: [river] });

  const opened = async (): Promise<Modal> => (await on.slack.call('views.open')).body.view as Modal;

  const fieldOf = ({ blocks }: Modal, option: string): Input => {
    const found = blocks.find(({ block_id }) => block_id === `field.${option}`);
    if (!found) throw new Error(`no field for ${option}`);
    return found;
  };

  const filled = (form: Modal, option: string, value: object) => {
    const { block_id, element } = fieldOf(form, option);
    return { [block_id]: { [element.action_id]: { type: element.type, ...value } } };
  };

  const chosen = (value: string) => ({ selected_option: { text: { type: 'plain_text', text: value }, value } });

  test('asks for a missing value, offers existing ones, and answers where the command was typed', async () => {
    const command = on.kim.command('/quotes', 'kind:mixed speaker:');
    await on.app.deliver(command);
    const form = await opened();
    expect(on.slack.calls.all.some(({ method }) => method === 'response_url')).toBe(false);

    const { block_id, element } = fieldOf(form, 'speaker');
    const offered = await on.app.deliver(on.kim.type({ block_id, action_id: element.action_id }, 'lin', form));
    const { options } = offered as { options: { text: { text: string }; value: string }[] };
    expect(options.map(({ text }) => text.text).join()).toContain('Mara Lind');
    expect(options.length).toBeLessThanOrEqual(100);

    const values = {
      ...filled(form, 'speaker', chosen('Mara Lind')),
      ...filled(form, 'kind', chosen('mixed')),
    };
    const { url, words, body } = await on.answered(on.kim.submit(form, values));
    expect(url).toBe(command.payload.response_url);
    expect(words).toContain('slow drought');
    expect(words).not.toContain('No village');
    expect(body).toMatchObject({ replace_original: false });
    expect(await on.app.test.nextRequest()).toMatchObject({
      source: 'command',
      command: 'quotes',
      outcome: 'answered',
    });
    expect(await on.app.test.nextRequest()).toMatchObject({ source: 'modal', command: 'quotes', outcome: 'answered' });
  });

  test('opens from an answer, filled in with its values, and replaces it', async () => {
    const quotes = await on.answered(on.kim.command('/quotes', 'article:river-dam kind:mixed'));
    const press = on.kim.press('Choose…', quotes);
    await on.app.deliver(press);
    const form = await opened();
    expect(JSON.stringify(fieldOf(form, 'kind'))).toContain('"initial_option"');
    const { url, body } = await on.answered(on.kim.submit(form, filled(form, 'kind', chosen('direct'))));
    expect(url).toBe(press.payload.response_url);
    expect(body).toMatchObject({ replace_original: true });
  });

  test('shows what is chosen by its title, not by its id', async () => {
    const quotes = await on.answered(on.kim.command('/quotes', 'article:river-dam'));
    await on.app.deliver(on.kim.press('Choose…', quotes));
    const { element } = fieldOf(await opened(), 'article');
    const text = { type: 'plain_text', text: 'River states argue over the dam', emoji: false };
    expect(element).toMatchObject({ initial_option: { text, value: 'river-dam' } });
  });

  test('that opens too late is replaced by an explanation', async () => {
    const command = on.kim.command('/quotes', 'speaker:');
    const { words } = await on.answered({ ...command, payload: { ...command.payload, trigger_id: 'long.gone' } });
    expect(words).toContain('speaker needs a value');
    const quotes = await on.answered(on.kim.command('/quotes'));
    const press = on.kim.press('Choose…', quotes);
    const late = await on.answered({ ...press, payload: { ...press.payload, trigger_id: 'also.gone' } });
    expect(late.words).toContain('press the button again');
    expect(late.body).toMatchObject({ replace_original: false });
  });

  test('that no longer exists reports that it is out of date', async () => {
    await on.app.deliver(on.kim.submit({ callback_id: 'survey', private_metadata: 'nothing of ours' }, {}));
    expect((await on.shown('chat.postMessage')).words).toContain('out of date');
  });

  test('has no suggestions for unknown values', async () => {
    const typed = on.kim.type({ block_id: 'b', action_id: 'who.knows' }, 'lin', { callback_id: 'survey' });
    expect(await on.app.deliver(typed)).toEqual({ options: [] });
  });
});
