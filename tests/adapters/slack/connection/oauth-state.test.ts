import { describe, expect, test } from 'vitest';
import { makeStateStore } from '#adapters/slack/connection/oauth-state';

describe('states', () => {
  const options = { scopes: ['commands'], redirectUri: 'https://onrecord.example/slack/oauth_redirect' };
  const begun = new Date('2026-03-01T10:00:00Z');
  const later = (seconds: number): Date => new Date(begun.getTime() + seconds * 1000);
  const issued = async (secret = 'one'): Promise<string> =>
    makeStateStore(secret, options).generateStateParam(options, begun);

  test('return the values they were made from, even after a restart', async () => {
    const state = await issued();
    expect(await makeStateStore('one', options).verifyStateParam(later(599), state)).toEqual(options);
  });

  test('are valid once', async () => {
    const states = makeStateStore('one', options);
    const state = await states.generateStateParam(options, begun);
    await states.verifyStateParam(later(1), state);
    await expect(states.verifyStateParam(later(2), state)).rejects.toMatchObject({ code: 'slack_oauth_invalid_state' });
  });

  test('are remembered up to the latest ten thousand used, so that memory is bounded', async () => {
    const states = makeStateStore('one', options);
    const use = async (): Promise<string> => {
      const state = await states.generateStateParam(options, begun);
      await states.verifyStateParam(later(1), state);
      return state;
    };
    const first = await use();
    for (let count = 1; count < 10_000; count += 1) await use();
    await expect(states.verifyStateParam(later(2), first)).rejects.toThrow('It has been used');
    await use();
    expect(await states.verifyStateParam(later(2), first)).toEqual(options);
  });

  test('are unique', async () => expect(await issued()).not.toBe(await issued()));

  test.each<[what: string, made: (state: string) => string, seconds: number]>([
    ['ten minutes old', (state) => state, 601],
    ['changed', (state) => `n${state}`, 1],
    ['without its mark', (state) => state.slice(0, state.lastIndexOf('.')), 1],
    ['empty', () => '', 1],
    ['made up', () => 'a.b.c', 1],
  ])('are refused where one is %s', async (_, made, seconds) => {
    const states = makeStateStore('one', options);
    await expect(states.verifyStateParam(later(seconds), made(await issued()))).rejects.toThrow(/^It /);
  });

  test('signed with another secret are rejected', async () => {
    await expect(makeStateStore('one', options).verifyStateParam(later(1), await issued('two'))).rejects.toThrow(
      'It was not issued here',
    );
  });
});
