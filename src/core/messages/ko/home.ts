import type { HOME as ENGLISH } from '../en/home.ts';

export const HOME: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'home.newest': '최신 브리핑',
  'home.none': '아직 기사가 없습니다.',
  'home.where': '브리핑은 이 탭 옆의 메시지 탭에 나옵니다.',
  'home.howToAsk': '물어보는 법',
  'home.settings': '현재 설정',
  'home.connectedOver': '연결 방식',
  'home.mode.socket': '소켓 모드',
  'home.mode.http': 'HTTP 연결',
  'home.mode.oauth': 'HTTP 연결(여러 워크스페이스)',
  'home.articles': '기사',
  'home.umbrella': '모든 명령어를 하나로',
  'home.answers': '답',
  'home.answersAre': '공유를 누르기 전까지 나만 볼 수 있음',
  'home.everyCommand': '{line} — 다른 앱이 같은 이름을 쓸 때도 되는 모든 명령어',
  'home.briefThis': '{name} — 스레드를 포함한 모든 메시지의 메뉴에서',
  'home.mention': '앱을 멘션하거나 메시지를 보내세요: 슬래시만 빼고 똑같이 쓰면 됩니다',
};
