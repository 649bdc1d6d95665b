import { describe, expect, test } from 'vitest';
import { commands } from '#commands';
import type { RequestScope } from '#core/access/requester';
import { dataOf } from '../support/data.ts';
import { dispatcherOf, textOf } from '../support/dispatcher.ts';
import { feedsOf } from '../support/feeds.ts';
import { river } from '../support/river.ts';
import { scheduleOf, schedulingOf, scopeOf, slotOf } from '../support/scheduling.ts';

const HANGUL = /\p{Script=Hangul}/u;

/** Texts other than ours: the content of the test’s feeds and posts, and input. */
const GIVEN = [
  ...['press releases, press', 'Ferry sails again', '<opml version', 'The dam, in detail', river.article.title],
  ...commands.flatMap(({ name, examples = [] }) => [name, ...examples]),
].join(' ');

/** The answer to a user whose client is in a language. */
const askIn = async (locale: string | undefined, text: string, scope: Partial<RequestScope> = {}): Promise<string> => {
  const scheduling = schedulingOf([scheduleOf()], [slotOf()]);
  const dispatcher = dispatcherOf([river], [], { scheduling, feeds: feedsOf(), data: dataOf() });
  const requester = { id: 'id', tenantKey: 'loft', scope: scopeOf(scope), ...(locale && { locale }) };
  return textOf((await dispatcher.dispatch({ kind: 'line', text }, requester)).reply);
};

describe('an answer is in the user’s language, and the article’s text is unchanged', () => {
  const cases: [line: string, words: readonly string[], article: readonly string[]][] = [
    [
      '/brief',
      ['새로운 소식', '핵심 내용', '[더 보기]', '[발언]'],
      ['Upland will close the gates', 'River states argue'],
    ],
    ['/quotes', ['발언', '모든 발언|화자', '[입장]'], ['a slow drought by decree', 'Mara Lind']],
    ['/quotes speaker:nobody', ['이 기사에 Nobody의 발언은 없습니다.'], ['River states argue']],
    ['/quotes kind:indirect about:zebra', ['이 기사에는 “zebra”에 관한 간접 인용이 없습니다.'], ['River states argue']],
    ['/positions', ['진영 | 누가 | 입장 | 그들의 말', '반대|찬성|요구|부인|계획|경고'], ['Upland']],
    ['/articles', ['기사 1건', '발언 '], ['River states argue over the dam']],
    ['/articles zebra', ['“zebra”에 관한 기사가 없습니다.'], []],
    ['/help', ['명령어', '입력 | 하는 일', '예를 들면', '/brief [기사] [분량]'], []],
    ['/help quotes', ['옵션 | 값', '/quotes [화자] [기사] [유형]', '(직접, 부분, 간접, 전체)'], []],
    ['/schedule', ['평일마다 07:30 (Asia/Seoul)', '다음 3월 10일(월) 07:30', '[멈춤]'], []],
    ['/schedule add 07:30', ['만들었습니다', '첫 글은 2025년 3월 10일 월요일 07:30에 올립니다.'], []],
    ['/schedule run', ['지금 이 채널에 올릴까요?', '[지금 올리기]'], []],
    ['/schedule pause', ['멈췄습니다: 이 채널 평일마다 07:30'], []],
    ['/schedule pause s9', ['“s9”라는 일정은 없습니다.'], []],
    ['/status', ['상태', '시각은 Asia/Seoul 기준입니다.', '올림'], []],
    ['/search decree', ['검색 결과: “decree”', '발언 1개', '[브리핑]'], ['a slow drought by decree', 'Mara Lind']],
    ['/search zebra', ['찾은 것이 없습니다: “zebra”.'], []],
    ['/search', ['무엇을 찾을지 알려 주세요.'], []],
    ['/quotes since:7d article:river', ['since는 모든 기사에서 찾습니다.'], []],
    [
      '/positions compare:"Upland, Mara Lindt"',
      ['이 기사에 Mara Lindt의 발언은 없습니다. Mara Lind을(를) 찾으시나요?'],
      [],
    ],
    ['/feeds', ['피드', '피드 1개', '아직 항목 없음', '[멈춤]'], ['The Harbour Post']],
    [
      '/feeds add post.example',
      ['이제부터 이 채널에서 The Harbour Post 피드를 읽습니다.', '[삭제]'],
      ['Ferry sails again'],
    ],
    ['/feeds preview', ['최신 항목', '1월 1일(목) 00:00 UTC'], ['Ferry sails again']],
    ['/feeds pause', ['멈췄습니다: The Harbour Post. 다시 시작할 때까지 올리지 않습니다.'], []],
    ['/feeds resume', ['다시 시작했습니다: The Harbour Post.'], []],
    ['/feeds remove', ['삭제했습니다: The Harbour Post.', '[다시 추가]'], []],
    ['/feeds import https://a.example/b.opml', ['가져온 피드', '1개 추가 · 0개는 이미 있음'], []],
    ['/feeds export', ['이 채널의 피드가 feeds.opml에 있습니다.'], []],
    ['/feeds suggest', ['시작하기 좋은 피드', '과학과 기술'], ['UN News']],
    ['/feeds suggest 과학', ['과학과 기술', 'NASA'], []],
    ['/feeds suggest zebra', ['세계, 한국, 미국, 경제 또는 과학과 기술 가운데 입력하세요.'], []],
    ['/privacy', ['개인정보', '30일 뒤에 지웁니다'], []],
  ];
  test.each(cases)('%s', async (line, words, article) => {
    const [korean, english] = [await askIn('ko', line), await askIn('en-GB', line)];
    for (const word of words) expect(korean).toMatch(new RegExp(word.split('|').map(RegExp.escape).join('|')));
    for (const word of article) {
      expect(korean).toContain(word);
      expect(english).toContain(word);
    }
    expect(english).not.toMatch(HANGUL);
    expect(await askIn(undefined, line)).toBe(english);
  });

  test.each(commands.flatMap(({ examples = [] }) => examples))('%s contains none of our English text', async (line) => {
    const given = `${river.article.text} ${GIVEN}`.replace(/\s+/g, ' ');
    const english = (await askIn('ko', line)).match(/\b[a-z]{2,}(?: [a-z]{2,})+\b/g) ?? [];
    expect(english.filter((words) => !given.includes(words))).toEqual([]);
  });

  test.each([
    ['/schedule add time:07:30 timezone:Zebra', '“Zebra”라는 시간대는 없습니다.'],
    ['/schedule add time:07:30 timezone:EST5', '시간대'],
    ['/brief length:long', '분량은(는) “long”일 수 없습니다. 제목만, 짧게 또는 전체 가운데 입력하세요.'],
    ['/brief length:shrot', '짧게을(를) 찾으시나요?'],
    ['/brief length:', '분량에 값이 필요합니다.'],
    ['/quotes kind:all kind:direct', '유형을(를) 두 번 썼습니다.'],
    ['/brief zebra', '“zebra”라는 기사는 없습니다. 있는 기사: “River states argue over the dam”.'],
  ])('the error of %s', async (line, words) => expect(await askIn('ko', line)).toContain(words));

  test.each([
    [
      'article.txt',
      'Le ministre a dit que le pont serait ouvert au printemps. Il a ajouté que les travaux sont finis. La ville est très contente de cette nouvelle et le maire aussi.',
      '프랑스어 기사입니다',
    ],
    ['article.txt', '%PDF-1.7', '텍스트가 아니라 PDF 파일입니다.'],
    ['article.txt', '', '파일이 비어 있습니다.'],
  ])('the error of a file (%s, %s)', async (name, content, words) => {
    const requester = { id: 'id', tenantKey: 'loft', locale: 'ko' };
    const { reply } = await dispatcherOf([river]).briefUpload(
      { name, content: new TextEncoder().encode(content) },
      requester,
    );
    expect(textOf(reply)).toContain(words);
  });

  test.each([
    ['/brief 분량:전체', '/brief length:full'],
    ['/quotes 유형:직접', '/quotes kind:direct'],
  ])('choices are typed in it: %s', async (korean, english) =>
    expect(await askIn('ko', korean)).toBe(await askIn('ko', english)),
  );

  test('a refusal, too', async () => {
    const guest = { canManageSchedules: async () => false };
    expect(await askIn('ko', '/schedule pause', guest)).toBe(
      '이곳의 일정은 관리 권한이 있는 사람만 바꿀 수 있습니다. /schedule list은(는) 누구나 입력할 수 있습니다.',
    );
  });
});
