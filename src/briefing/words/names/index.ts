export { MEN_NAMES, WOMEN_NAMES } from './common.ts';
export { FURTHER_MEN_NAMES } from './men.ts';
export { FURTHER_WOMEN_NAMES } from './women.ts';

const split = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Family names that precede the given name in Korea, China and Vietnam. */
export const FAMILY_FIRST: ReadonlySet<string> = split(`
  kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn an song hong moon jeon yang bae baek nam
  ri pak choe cha chung chang rhee roh yun ryu yoo oh no noh son sohn ko koh im moon hyon jon sim heo huh ha jo joo ju
  min na ok pyo suh sung woo yeo yeom eom ban
  xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo mao deng jiang cai feng peng pan
  tian dong yu ye cheng cao yuan lu wei fu shen qin qian tang xie xue yan hou bai bo geng hua lai tsai tsang lam leung cheung
  wong chan chow ng lau ho tung wen zeng shi fan fang meng qi qiao rao tan ren tao wan xiong yin zhong zou lei hao mo
  nguyen nguyễn tran trần le lê pham phạm hoang hoàng phan vu vũ vo võ dang đặng bui bùi do đỗ ngo ngô duong dương ly
  truong trương to tô dinh đinh mai trinh
`);

/** Short forms of given names, to match two names of one person. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  bill: 'william',
  billy: 'william',
  will: 'william',
  bob: 'robert',
  bobby: 'robert',
  rob: 'robert',
  mike: 'michael',
  mick: 'michael',
  jim: 'james',
  jimmy: 'james',
  joe: 'joseph',
  tom: 'thomas',
  tommy: 'thomas',
  dick: 'richard',
  rick: 'richard',
  ted: 'edward',
  ed: 'edward',
  dave: 'david',
  dan: 'daniel',
  danny: 'daniel',
  don: 'donald',
  steve: 'steven',
  stephen: 'steven',
  chris: 'christopher',
  matt: 'matthew',
  tony: 'anthony',
  ben: 'benjamin',
  sam: 'samuel',
  tim: 'timothy',
  ron: 'ronald',
  ken: 'kenneth',
  greg: 'gregory',
  jeff: 'jeffrey',
  josh: 'joshua',
  nick: 'nicholas',
  andy: 'andrew',
  pete: 'peter',
  phil: 'philip',
  chuck: 'charles',
  charlie: 'charles',
  bernie: 'bernard',
  larry: 'lawrence',
  liz: 'elizabeth',
  beth: 'elizabeth',
  betsy: 'elizabeth',
  kate: 'katherine',
  kathy: 'katherine',
  sue: 'susan',
  jen: 'jennifer',
  jenny: 'jennifer',
  maggie: 'margaret',
  peggy: 'margaret',
  debbie: 'deborah',
  becky: 'rebecca',
  alex: 'alexander',
};
