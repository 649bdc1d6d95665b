import { describe, expect, test } from 'vitest';
import { translations } from '#commands';
import { testHost } from '../../support/adapter-host.ts';
import { river } from '../../support/river.ts';
import { labels, peopleOf } from '../../support/slack/people.ts';
import { refused } from '../../support/slack/server.ts';
import { stage } from './stage.ts';

describe('answers are in the language that a user has set in Slack', () => {
  const on = stage(() => {
    const host = testHost([river]);
    return { transport: 'socket', entries: [river], host: { ...host, host: { ...host.host, translations } } };
  });
  const speaks = (locale: string) => void on.slack.channels.members.set('U1', { locale });

  test('Korean: headings, labels, buttons, errors and forms; the article’s text is unchanged', async () => {
    speaks('ko-KR');
    const brief = await on.answered(on.kim.command('/brief', 'river-dam'));
    expect(brief.words).toContain('새로운 소식');
    expect(brief.words).toContain('Upland will close the gates');
    expect(labels(brief.blocks)).toEqual(expect.arrayContaining(['발언', '입장', '고르기…', '공유']));
    const { body } = await on.slack.call('users.info');
    expect(body).toMatchObject({ user: 'U1', include_locale: 'true' });
    expect((await on.answered(on.kim.command('/quotes', 'kind:loud'))).words).toContain('가운데 입력하세요');
    expect((await on.answered(on.kim.command('/onrecord', 'breif'))).words).toContain('“breif”라는 명령어는 없습니다.');
    expect((await on.answered(on.kim.pressAny({ action_id: 'x' }))).words).toContain('더 이상 쓸 수 없습니다');
    await on.app.deliver(on.kim.press('공유', brief));
    expect(JSON.stringify((await on.shown()).body.blocks)).toContain('<@U1> 님이 공유함');
    expect((await on.shown()).words).toBe('이 채널에 공유했습니다.');
    await on.app.deliver(on.kim.command('/quotes', 'speaker:'));
    const form = JSON.stringify((await on.slack.call('views.open')).body.view);
    for (const word of ['물어보기', '취소', '화자']) expect(form).toContain(word);
    // One request to Slack per hour.
    expect(on.slack.calls.all.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  test.each([
    ['/brief', 'length:', ['브리핑', '물어보기', '기사', '분량', '제목만', '짧게', '전체', '고르기: 분량']],
    ['/schedule', 'add', ['일정 추가', '추가', '시각', '요일', '시간대', '채널', '한줄', '없음', '허용시간']],
    ['/quotes', 'speaker:', ['인용', '고르거나 입력: 화자', '직접', '간접']],
  ])('the form of %s %s, without any English', async (command, text, words) => {
    speaks('ko-KR');
    on.slack.channels.members.set('U1', { locale: 'ko-KR', is_admin: true });
    await on.app.deliver(on.kim.command(command, text));
    const view = (await on.slack.call('views.open')).body.view as object;
    const shown = textsIn(view);
    for (const word of words) expect(shown).toContain(word);
    expect(shown.filter((line) => /[A-Za-z]{3}/.test(line.replace(TYPED, '')))).toEqual([]);
  });

  test('the Home tab, too', async () => {
    speaks('ko-KR');
    await on.app.deliver(on.kim.openHome());
    const home = JSON.stringify((await on.slack.call('views.publish')).body.view);
    for (const word of ['최신 브리핑', '물어보는 법', '브리핑은 이 탭 옆의 메시지 탭에 나옵니다.', '기사 브리핑:'])
      expect(home).toContain(word);
    expect(home).toContain('Upland will close the gates');
    expect(home).toContain('/brief [기사] [분량:제목만|짧게|전체]');
  });

  test('the note on why an answer arrives as a direct message', async () => {
    speaks('ko-KR');
    on.slack.failNext('chat.postEphemeral', refused('not_in_channel'));
    await on.app.deliver(peopleOf(on.slack, { channel: 'X1' }).mention('brief nowhere'));
    expect((await on.shown('chat.postMessage')).words).toContain('그곳에서 /invite로 초대하세요.');
  });

  test.each(['en-GB', 'fr-FR', ''])('English for %s', async (locale) => {
    speaks(locale);
    expect((await on.answered(on.kim.command('/brief', 'river-dam'))).words).toContain('What’s new');
  });

  test('English if Slack does not answer in time', async () => {
    on.slack.channels.withhold('users:read');
    expect((await on.answered(on.kim.command('/brief', 'river-dam'))).words).toContain('What’s new');
  });
});

/** Examples of input. */
const TYPED = /Seoul|7:30 pm|daily|mon,wed,fri|weekdays|7d|yesterday/g;

/** All plain texts of a view. */
function textsIn(view: unknown): readonly string[] {
  if (typeof view !== 'object' || view === null) return [];
  const own = 'type' in view && view.type === 'plain_text' && 'text' in view ? [String(view.text)] : [];
  return [...own, ...Object.values(view).flatMap(textsIn)];
}
