import type { HELP as ENGLISH } from '../en/help.ts';

export const HELP: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'help.commands': '명령어',
  'help.type': '입력',
  'help.to': '하는 일',
  'help.option': '옵션',
  'help.takes': '값',
  'help.mainOption': '{description}. 입력할 때 이름은 생략할 수 있습니다.',
  'help.examples': '예를 들면',
  'help.aboutCommand': '명령어 자세히 보기',
  'help.otherWays': '채팅에서',
  'help.briefThis': '메시지 메뉴의 {name}: 메시지의 글, 첨부 파일, 링크한 기사를 브리핑합니다',
  'help.mention': 'Onrecord를 멘션하거나 메시지를 보내세요(켜져 있는 곳에서): 슬래시만 빼고 똑같이 쓰면 됩니다',
  'help.share': '답 아래의 {name}: 내 이름으로 채널에 올립니다. 그전에는 나만 볼 수 있습니다',
  'help.support': '문의',
  'help.terms': '이용 약관',
  'help.privacy': '개인정보',
  'name.briefThis': '브리핑하기',
  'name.share': '공유',
  'action.newest': '최신 브리핑',
  'action.articles': '기사 목록',
  'action.help': '도움말',
};
