import type { DATA as ENGLISH } from '../en/data.ts';

export const DATA: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'privacy.title': '개인정보',
  'privacy.kept': '이곳에서 저장하는 것',
  'privacy.schedules': '일정과 피드: 채널, 시각, 주소, 주제, 그리고 만든 사람의 플랫폼 ID',
  'privacy.posts': '올린 글과 채널이 이미 본 기사. 같은 것을 두 번 올리지 않기 위한 것입니다',
  'privacy.token': '앱을 설치한 곳의 봇 토큰(암호화)',
  'privacy.notKept':
    '저장하지 않는 것: 메시지, 파일, 사용자의 이름과 주소, 물어본 내용. 팔거나 광고주에게 보여 주거나 학습에 쓰지 않습니다.',
  'privacy.howLong': 'Onrecord가 설치되어 있는 동안 저장하고, 삭제하면 {days}일 뒤에 지웁니다.',
  'privacy.delete': '관리 권한이 있는 사람은 {export}로 전부 파일로 받아 보고 {delete}로 바로 지울 수 있습니다.',
  'privacy.ask': '문의: {support}',
  'privacy.policy': '전체 방침: {url}',
  'data.title': '데이터',
  'data.exported': '이곳에 저장된 모든 것이 {file}에 있습니다: 일정 {schedules}개, 피드 {feeds}개, 올린 글 {posts}개.',
  'data.fileAlt': '이곳에 저장된 모든 것(JSON)',
  'data.conversations': '구성원이 Onrecord와 나눈 비공개 대화의 일정은 그 사람의 것이라 들어 있지 않습니다.',
  'data.confirmDelete':
    '이곳에 저장된 것을 모두 지울까요? 일정 {schedules}개, 피드 {feeds}개, 올린 글과 본 기사의 기록입니다. 되돌릴 수 없습니다. {export}로 먼저 볼 수 있습니다.',
  'data.deleteAll': '모두 지우기',
  'data.exportFirst': '먼저 내보내기',
  'data.deleted':
    '지웠습니다: 일정 {schedules}개, 피드 {feeds}개, 올린 글과 본 기사의 기록. 이미 올린 글은 채널에 남습니다.',
  'data.nothing': '이곳에 대해 저장된 것이 없습니다.',
  'error.notDataManager':
    '이곳의 데이터는 {managers}만 내보내거나 지울 수 있습니다. {list}은(는) 누구나 입력할 수 있습니다.',
  'error.dataOfWorkspace':
    '데이터는 Onrecord가 설치된 워크스페이스의 것입니다. 관리하는 사람이 그 채널에서 물어볼 수 있습니다.',
  'welcome.title': 'Onrecord가 왔습니다',
  'welcome.about':
    '뉴스 기사를 브리핑합니다: 새로운 것, 누가 무엇을 말했는지 그대로, 누가 어떤 입장인지. 모든 줄은 기사의 문장 그대로입니다. 이렇게 입력해 보세요:',
  'welcome.brief': '{line}: 최신 기사 1분 브리핑',
  'welcome.quotes': '{line}: 누가 무엇을 말했는지 그대로',
  'welcome.schedule': '{line}: 평일 아침마다 새 소식을 여기에',
  'welcome.more':
    '나머지는 {help}에 있습니다. 답은 공유하기 전까지 나만 볼 수 있습니다. 무엇을 저장하는지는 {privacy}에 있습니다.',
};
