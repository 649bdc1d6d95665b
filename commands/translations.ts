import type { Translations } from '#core/commands/translation';

const ARTICLE = { name: '기사', description: '제목의 단어로 찾는 기사. 비우면 가장 최근 기사' };
const SCHEDULE = { name: '일정', description: '일정의 아이디. 하나뿐이면 비워도 됨' };
const FEED = { name: '피드', description: '제목의 단어나 아이디로 찾는 피드. 하나뿐이면 비워도 됨' };
const PAGE = { name: '페이지', description: '볼 페이지 번호' };

const LENGTHS = { headline: '제목만', short: '짧게', full: '전체' };

/** All languages other than English; the keys are the English names. */
export const translations: Translations = {
  ko: {
    briefThis: '브리핑하기',
    commandGroups: {
      feeds: { name: '피드', description: '이 채널이 읽을 피드 고르기' },
      schedule: { name: '일정', description: '정해진 시각에 채널에 브리핑 올리기' },
      data: { name: '데이터', description: '이곳에 대해 저장된 것을 내보내거나 지우기' },
    },
    commands: {
      brief: {
        name: '브리핑',
        description: '기사 브리핑: 새로운 사실, 핵심 내용, 주요 발언, 각 측 입장',
        options: {
          article: ARTICLE,
          length: { name: '분량', description: '브리핑의 분량. 비우면 짧게', choices: LENGTHS },
        },
      },
      quotes: {
        name: '인용',
        description: '누가 무슨 말을 했는지 기사에 실린 그대로 보기',
        options: {
          speaker: { name: '화자', description: '말한 사람: 이름, 직함 또는 진영' },
          article: ARTICLE,
          kind: {
            name: '유형',
            description: '직접 인용, 부분 인용, 간접 인용 또는 전체',
            choices: { direct: '직접', mixed: '부분', indirect: '간접', all: '전체' },
          },
          about: { name: '검색어', description: '이 단어가 들어 있는 발언만' },
          since: { name: '이후', description: '이때부터 모든 기사에서: 7d, yesterday 또는 2024-10-01' },
          page: PAGE,
          as: { name: '모양', description: '그림으로 보기: 가장 중요한 인용을 담은 카드', choices: { card: '카드' } },
        },
      },
      positions: {
        name: '입장',
        description: '누가 어떤 입장인지, 그 근거가 된 발언과 함께 보기',
        options: {
          actor: { name: '당사자', description: '화자 또는 진영' },
          article: ARTICLE,
          compare: { name: '비교', description: '나란히 비교할 둘(화자 또는 진영): “north korea, south korea”' },
          page: PAGE,
          as: {
            name: '모양',
            description: '그림으로 보기: 누가 찬성하고 반대하는지 보여 주는 지도',
            choices: { map: '지도' },
          },
        },
      },
      articles: {
        name: '기사목록',
        description: '기사 목록을 최신순으로 보기',
        options: {
          about: { name: '검색어', description: '제목, 매체, 화자, 본문에 이 단어가 있는 기사만' },
          source: { name: '언론사', description: '이 언론사의 기사만' },
          since: { name: '이후', description: '이때부터: 7d, yesterday 또는 2024-10-01' },
          page: PAGE,
        },
      },
      search: {
        name: '검색',
        description: '이 워크스페이스가 읽은 모든 기사에서 발언과 기사 찾기',
        options: {
          words: { name: '검색어', description: '모두 들어 있어야 하는 단어' },
          speaker: { name: '화자', description: '이 사람의 발언만: 이름 또는 직함' },
          since: { name: '이후', description: '이때부터: 7d, yesterday 또는 2024-10-01' },
          source: { name: '언론사', description: '이 언론사의 기사만' },
          page: PAGE,
        },
      },
      'feeds add': {
        name: '추가',
        description: '피드나 사이트의 주소로 이 채널에 피드 더하기',
        options: {
          address: { name: '주소', description: '피드의 주소, 또는 피드가 있는 사이트의 주소' },
          include: { name: '포함', description: '이 단어 가운데 하나가 들어 있는 소식만' },
          exclude: { name: '제외', description: '이 단어 가운데 하나라도 들어 있는 소식은 빼기' },
          scope: {
            name: '범위',
            description: '이 채널 또는 워크스페이스 전체. 비우면 이 채널',
            choices: { channel: '채널', workspace: '워크스페이스' },
          },
        },
      },
      'feeds list': { name: '목록', description: '이 채널의 피드와 그 상태 보기', options: {} },
      'feeds preview': { name: '미리보기', description: '피드의 최근 소식 보기', options: { feed: FEED } },
      'feeds pause': {
        name: '멈춤',
        description: '다시 시작할 때까지 피드의 소식 올리지 않기',
        options: { feed: FEED },
      },
      'feeds resume': { name: '재개', description: '피드의 소식 다시 올리기', options: { feed: FEED } },
      'feeds remove': { name: '삭제', description: '이 채널에서 피드 빼기', options: { feed: FEED } },
      'feeds import': {
        name: '가져오기',
        description: 'OPML 파일에 있는 피드 모두 더하기',
        options: { file: { name: '파일', description: '파일의 주소. 터미널에서는 경로도 가능' } },
      },
      'feeds export': { name: '내보내기', description: '이 채널의 피드를 OPML 파일로 받기', options: {} },
      'feeds suggest': {
        name: '추천',
        description: '처음에 고를 만한 널리 알려진 피드 보기',
        options: { topic: { name: '주제', description: '이 주제의 피드만: world, economy, science' } },
      },
      'schedule add': {
        name: '추가',
        description: '정해진 시각에 새 기사를 채널에 올리기',
        options: {
          time: { name: '시각', description: '현지 시각: 07:30 또는 7:30 pm' },
          days: { name: '요일', description: '올릴 요일: daily 또는 mon,wed,fri. 비우면 평일(weekdays)' },
          timezone: { name: '시간대', description: '기준이 되는 도시: Seoul. 비우면 내 시간대(알 수 있을 때)' },
          channel: { name: '채널', description: '올릴 채널. 비우면 이 채널' },
          length: { name: '분량', description: '기사마다 보여 줄 분량. 비우면 짧게', choices: LENGTHS },
          about: { name: '검색어', description: '이 단어가 들어 있는 기사만' },
          picture: {
            name: '그림',
            description: '글마다 넣을 그림: 누가 찬성하고 반대하는지(지도), 또는 누가 얼마나 말했는지(발언량)',
            choices: { map: '지도', voices: '발언량' },
          },
          empty: {
            name: '새소식없음',
            description: '새 기사가 없을 때: 한 줄만 올리거나 올리지 않기. 비우면 한 줄',
            choices: { line: '한줄', nothing: '없음' },
          },
          grace: { name: '허용시간', description: '늦어도 올릴 수 있는 시간, 1~24시간. 비우면 6시간' },
        },
      },
      'schedule list': { name: '목록', description: '어디에 언제 올리는지 보기', options: {} },
      'schedule preview': {
        name: '미리보기',
        description: '다음에 올릴 글을 지금 올린다면 어떤 모습일지 나만 보기',
        options: { schedule: SCHEDULE },
      },
      'schedule run': {
        name: '지금올리기',
        description: '정해진 시각과 별도로 지금 올리기',
        options: {
          schedule: SCHEDULE,
          confirmed: { name: '확인', description: '올릴지 묻지 않고 바로 올리기' },
        },
      },
      'schedule pause': {
        name: '멈춤',
        description: '다시 시작할 때까지 올리지 않기',
        options: { schedule: SCHEDULE },
      },
      'schedule resume': { name: '재개', description: '다시 올리기 시작하기', options: { schedule: SCHEDULE } },
      'schedule remove': { name: '삭제', description: '더 이상 올리지 않기', options: { schedule: SCHEDULE } },
      status: { name: '상태', description: '다음에 언제 올리는지, 지난번에 어떻게 되었는지 보기', options: {} },
      'data export': {
        name: '내보내기',
        description: '이곳에 대해 저장된 것을 모두 파일로 받기',
        options: {},
      },
      'data delete': {
        name: '삭제',
        description: '이곳에 대해 저장된 것을 모두 지우기',
        options: { confirmed: { name: '확인', description: '지울지 묻지 않고 바로 지우기' } },
      },
      privacy: { name: '개인정보', description: '무엇을 얼마나 저장하고 어떻게 지우는지 보기', options: {} },
      help: {
        name: '도움말',
        description: '명령어 목록 또는 한 명령어의 사용법 보기',
        options: { command: { name: '명령어', description: '사용법을 볼 명령어' } },
      },
    },
  },
};
