import type { SAVE as ENGLISH } from '../en/save.ts';

/** Saving a dropped text or a link in the content folder, in Korean. */
export const SAVE: Readonly<Record<keyof typeof ENGLISH, string>> = {
  'save.note': '이 기사는 메모리에만 있습니다.',
  'save.label': 'content 폴더에 저장',
  'save.done': 'content 폴더에 {file}(으)로 저장했습니다.',
  'save.already': '이미 content 폴더에 {file}(으)로 있습니다.',
  'save.gone': '이 기사는 더 이상 메모리에 없습니다. 다시 넣은 다음 저장해 주세요.',
  'save.diskFull': '디스크가 가득 찼습니다. 공간을 비우고 다시 시도해 주세요.',
  'save.readOnly':
    'content 폴더 {folder}은(는) 읽기 전용입니다. 쓸 수 있게 바꾸거나 ONRECORD_CONTENT에 다른 폴더를 적어 주세요.',
  'save.noPermission': 'content 폴더 {folder}에 쓸 권한이 없습니다. 권한이나 소유자를 바꿔 주세요.',
  'save.noFolder': 'content 폴더 {folder}이(가) 없습니다. 폴더를 만들고 다시 시도해 주세요.',
  'save.failed': 'content 폴더 {folder}에 기사를 쓸 수 없습니다({code}). 폴더를 확인해 주세요.',
};
