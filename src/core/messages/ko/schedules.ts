import type { SCHEDULES as ENGLISH } from '../en/schedules.ts';

export const SCHEDULES: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'schedule.confirmRun': '지금 {where}에 올릴까요? 정해진 시각({when})과 별도로, 그곳의 모두에게 보입니다.',
  'schedule.postNow': '지금 올리기',
};
