import { afterEach, beforeEach, expect } from 'vitest';
import { startApp, type TestApp } from '../../support/slack/app.ts';
import { type People, peopleOf, type Seen, type UserAction } from '../../support/slack/people.ts';
import { readBlocks } from '../../support/slack/read.ts';
import { type Call, type LoopbackSlack, startSlack } from '../../support/slack/server.ts';

/** An answer with its controls. */
export type Shown = Call & Seen & { readonly words: string };

/** A Slack server, an app and a user: new for each test. */
export interface Stage {
  readonly slack: LoopbackSlack;
  readonly app: TestApp;
  readonly kim: People;
  /** The next answer over one transport, rendered. */
  shown(method?: string): Promise<Shown>;
  /** Delivers a user’s action; resolves to the answer at its response URL. */
  answered(action: UserAction): Promise<Shown>;
}

type Given = Parameters<typeof startApp>[1];

/**
 * Starts a server and an app before each test of a file or a group, and stops them afterwards. No test may send what
 * Slack rejects, or log an error unless the test is about that.
 */
export function stage(given: Given | (() => Given), { errors = false } = {}): Stage {
  const now = {} as { slack: LoopbackSlack; app: TestApp; kim: People };
  beforeEach(async () => {
    now.slack = await startSlack();
    now.kim = peopleOf(now.slack);
    now.app = await startApp(now.slack, typeof given === 'function' ? given() : given);
  });
  afterEach(async () => {
    await now.app.stop();
    await now.slack.close();
    expect(now.slack.faults()).toEqual([]);
    if (!errors) expect(now.app.test.lines.filter(({ level }) => level === 'error')).toEqual([]);
    expect(now.app.test.log()).not.toMatch(/of-the-tests|\/answers\/|xox|xapp/);
  });
  const shown = async (method = 'response_url'): Promise<Shown> => {
    const call = await now.slack.call(method);
    const { blocks, text } = call.body;
    return { ...call, blocks, ephemeral: true, words: blocks === undefined ? `${text}` : readBlocks(blocks) };
  };
  return {
    get slack() {
      return now.slack;
    },
    get app() {
      return now.app;
    },
    get kim() {
      return now.kim;
    },
    shown,
    async answered(action) {
      await now.app.deliver(action);
      return shown();
    },
  };
}
