import type { ERRORS as ENGLISH } from '../en/errors.ts';

export const ERRORS: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'error.notManager': '이곳의 일정은 {managers}만 바꿀 수 있습니다. {list}은(는) 누구나 입력할 수 있습니다.',
  'error.notFeedManager': '이곳의 피드는 {managers}만 바꿀 수 있습니다. {list}은(는) 누구나 입력할 수 있습니다.',
  'error.managers': '관리 권한이 있는 사람',
  'error.noSchedule': '“{typed}”라는 일정은 없습니다. /schedule list를 입력하면 일정 목록이 나옵니다.',
  'error.noArticle':
    '기사가 아닙니다. 기사는 어떤 일을 여러 문장으로 알립니다. 기사 본문이나 링크, 파일이 있는 메시지를 골라 주세요.',
  'error.nothingScheduled': '여기에는 아무것도 저장되지 않으므로 일정을 만들 수 없습니다.',
  'error.schedulesOfWorkspace':
    '일정은 Onrecord가 설치된 워크스페이스의 것입니다. 그 구성원이 채널에서 물어볼 수 있습니다.',
  'error.noScheduleYet': '아직 일정이 없습니다. /schedule add time:07:30을 입력해 보세요.',
  'error.whichSchedule': '어느 일정인지 알려 주세요. {line} 뒤에 /schedule list에 나오는 ID를 입력하면 됩니다.',
  'error.nothingFed': '여기에는 아무것도 저장되지 않으므로 피드가 없습니다.',
  'error.feedsOfWorkspace':
    '피드는 Onrecord가 설치된 워크스페이스의 것입니다. 그 구성원이 채널에서 물어볼 수 있습니다.',
  'error.noFeedYet': '이 채널에는 아직 피드가 없습니다. /feeds add 뒤에 피드 주소를 입력해 보세요.',
  'error.whichFeed': '어느 피드인지 알려 주세요. {line} 뒤에 제목의 단어를 입력하면 됩니다.',
};
