import type { ERRORS as ENGLISH } from '../en/errors.ts';

export const ERRORS: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'error.notManager': '이곳의 일정은 {managers}만 바꿀 수 있습니다. {list}는 누구나 입력할 수 있습니다.',
  'error.notFeedManager': '이곳의 피드는 {managers}만 바꿀 수 있습니다. {list}는 누구나 입력할 수 있습니다.',
  'error.managers': '관리 권한이 있는 사람',
  'error.noSchedule': '“{typed}”라는 일정은 없습니다. /schedule list를 입력하면 일정 목록이 나옵니다.',
  'error.noArticle':
    '기사가 아닙니다. 기사는 어떤 일을 여러 문장으로 알립니다. 기사 본문이나 링크, 파일이 있는 메시지를 골라 주세요.',
};
