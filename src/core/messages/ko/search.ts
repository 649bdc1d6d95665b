import type { SEARCH as ENGLISH } from '../en/search.ts';

export const SEARCH: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'search.title': '검색 결과: {wanted}',
  'search.words': '“{words}”',
  'search.by': '{speaker}의 발언',
  'search.none': '찾은 것이 없습니다: {wanted}.',
  'search.noneSince': '그 뒤로 찾은 것이 없습니다: {wanted}.',
  'search.ask': '무엇을 찾을지 알려 주세요. /search ceasefire나 /search speaker:kim처럼 입력하세요.',
  'search.quotationsOrMore': '발언 {count}개 이상',
  'search.articlesOrMore': '기사 {count}건 이상',
  'search.page': '{number}쪽',
  'search.speakerUnclear': '화자 불분명',
  'search.summaryOnly': '요약만 있음',
  'search.withdrawn': '매체가 내린 기사',
  'search.allArticles': '모든 기사',
  'search.about': '(“{about}”에 관한 것)',
  'error.sinceAndArticle': 'since는 모든 기사에서 찾습니다. article:이나 since: 가운데 하나를 빼 주세요.',
};
