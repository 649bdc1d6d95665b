import { beforeEach, describe, expect, test } from 'vitest';
import { dispatcherOf } from '../../support/dispatcher.ts';
import { scheduleOf, schedulingOf } from '../../support/scheduling.ts';
import { labels } from '../../support/slack/people.ts';
import { stage } from './stage.ts';

const where = { platform: 'Slack', workspace: 'T1', channel: 'C1' };

describe.each(['socket', 'http'] as const)('schedules, over %s', (transport) => {
  let scheduling: ReturnType<typeof schedulingOf>;
  const on = stage(() => {
    scheduling = schedulingOf([scheduleOf(where)]);
    return { transport, dispatcher: dispatcherOf([], [], { scheduling }) };
  });
  const manages = (is_admin: boolean) => void on.slack.channels.members.set('U1', { is_admin, tz: 'Asia/Seoul' });
  beforeEach(() => manages(true));

  test('Run now asks for confirmation, and then posts', async () => {
    const list = await on.answered(on.kim.command('/schedule'));
    const asked = await on.answered(on.kim.press('Run now', list));
    expect(asked.words).toContain('All its members will see it');
    expect(labels(asked.blocks)).toEqual(['Post now', 'Preview', 'All schedules']);
    expect(scheduling.ran).toEqual([]);
    const said = await on.answered(on.kim.press('Post now', asked));
    expect(said.words).toContain('It is being posted now');
    expect(scheduling.ran).toEqual(['s1']);
  });

  test('the form opens for users with permission', async () => {
    await on.app.deliver(on.kim.command('/schedule', 'add'));
    expect((await on.slack.call('views.open')).body.view).toMatchObject({ callback_id: 'form.schedule add' });
  });

  test('others get one sentence, and no form opens', async () => {
    manages(false);
    const { words } = await on.answered(on.kim.command('/schedule', 'add'));
    expect(words).toBe(
      'Only people who may manage this workspace may change its schedules. Everyone may type /schedule list.',
    );
    expect(on.slack.calls.all.map(({ method }) => method)).not.toContain('views.open');
  });
});
