import type { Translations } from '#core/translation';

const ARTICLE = { name: '기사', description: '제목의 단어로 찾는 기사. 비우면 가장 최근 기사' };
const PAGE = { name: '페이지', description: '볼 페이지 번호' };

/** Every language beside English; the keys are the English names. */
export const translations: Translations = {
  ko: {
    briefThis: '브리핑하기',
    commands: {
      brief: {
        name: '브리핑',
        description: '기사 브리핑: 새로운 사실, 핵심 내용, 주요 발언, 각측 입장',
        options: {
          article: ARTICLE,
          length: { name: '분량', description: '브리핑의 분량. 비우면 짧게(short)' },
        },
      },
      quotes: {
        name: '인용',
        description: '누가 무슨 말을 했는지 기사에 실린 그대로 보기',
        options: {
          speaker: { name: '화자', description: '말한 사람: 이름, 직함 또는 진영' },
          article: ARTICLE,
          kind: { name: '유형', description: '직접 인용, 부분 인용, 간접 인용 또는 전체' },
          about: { name: '검색어', description: '이 단어가 들어 있는 발언만' },
          page: PAGE,
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
        },
      },
      articles: {
        name: '기사목록',
        description: '기사 목록을 최신순으로 보기',
        options: {
          about: { name: '검색어', description: '제목, 매체, 화자, 본문에 이 단어가 있는 기사만' },
          page: PAGE,
        },
      },
      help: {
        name: '도움말',
        description: '명령어 목록 또는 한 명령어의 사용법 보기',
        options: { command: { name: '명령어', description: '사용법을 볼 명령어' } },
      },
    },
  },
};
