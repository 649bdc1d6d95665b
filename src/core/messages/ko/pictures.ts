import type { PICTURES as ENGLISH } from '../en/pictures.ts';

/** The labels and descriptions of pictures, and the texts in place of one, in Korean. */
export const PICTURES = {
  'picture.unclear': '말한 사람 불분명',
  'picture.against': '반대',
  'picture.between': '중간',
  'picture.for': '찬성',
  'picture.words': '{count}단어',
  'picture.more': '외 {count}명',
  'picture.map': '“{title}” 속 각 측 입장. {standings}',
  'picture.voicesOf': '기사 {count}건에서 누가 얼마나 말했나',
  'picture.voices': '누가 얼마나 말했나: {voices}.',
  'picture.inWords': '글로 보기',
  'picture.notDrawn': '그림을 그리지 못했습니다. 같은 내용을 글로 보여 드립니다:',
  'picture.noScreen':
    '터미널에서는 그림을 볼 수 없고, npm start가 여는 브라우저 페이지에서 볼 수 있습니다. 같은 내용을 글로 보여 드립니다:',
  'picture.noQuotation': '카드에는 인용을 담는데, 여기에는 인용이 없습니다. as:card 없이 보여 드립니다:',
  'picture.oneArticle': '카드에는 한 기사의 인용만 담을 수 있습니다. since와 as 가운데 하나를 빼 주세요.',
  'picture.states': '말함',
  'picture.confirms': '확인',
  'picture.denies': '부인',
  'picture.supports': '지지',
  'picture.opposes': '반대',
  'picture.condemns': '규탄',
  'picture.demands': '요구',
  'picture.warns': '경고',
  'picture.pledges': '약속',
  'picture.considers': '검토',
  'picture.predicts': '전망',
  'picture.declines': '답변 거부',
} as const satisfies Record<keyof typeof ENGLISH, string>;
