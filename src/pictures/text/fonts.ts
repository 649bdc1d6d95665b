import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as hb from 'harfbuzzjs';

export type Family = 'serif' | 'sans';
export type Weight = 'regular' | 'bold';

/** A loaded font, ready to shape text. */
export interface LoadedFont {
  readonly font: hb.Font;
  readonly unitsPerEm: number;
}

interface FontFile {
  readonly path: string;
  /** Characters for which the font is used: it is only loaded for texts in its scripts. */
  readonly scripts: RegExp;
}

const LATIN = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Zyyy}\p{sc=Zinh}]/u;

/** All fonts are under the SIL Open Font License 1.1, each in its own package. */
const SCRIPTS: readonly FontFile[] = [
  { path: 'gowun-dodum/400Regular/GowunDodum_400Regular.ttf', scripts: /\p{sc=Hang}/u },
  { path: 'sawarabi-gothic/400Regular/SawarabiGothic_400Regular.ttf', scripts: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u },
  { path: 'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf', scripts: /\p{sc=Han}/u },
  { path: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', scripts: /\p{sc=Arab}/u },
  { path: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf', scripts: /\p{sc=Hebr}/u },
  { path: 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf', scripts: /\p{sc=Thai}/u },
  { path: 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf', scripts: /\p{sc=Deva}/u },
];

const BASE: Readonly<Record<Family, Readonly<Record<Weight, FontFile>>>> = {
  serif: {
    regular: { path: 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf', scripts: LATIN },
    bold: { path: 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf', scripts: LATIN },
  },
  sans: {
    regular: { path: 'noto-sans/400Regular/NotoSans_400Regular.ttf', scripts: LATIN },
    bold: { path: 'noto-sans/700Bold/NotoSans_700Bold.ttf', scripts: LATIN },
  },
};

const { resolve } = createRequire(import.meta.url);
const loaded = new Map<string, Promise<LoadedFont>>();

function load({ path }: FontFile): Promise<LoadedFont> {
  const font = loaded.get(path) ?? open(path);
  loaded.set(path, font);
  return font;
}

async function open(path: string): Promise<LoadedFont> {
  const bytes = await readFile(resolve(`@expo-google-fonts/${path}`));
  const face = new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer));
  return { font: new hb.Font(face), unitsPerEm: face.upem };
}

/** Returns the fonts of a style that have letters of a text, best first. */
export async function fontsFor(text: string, family: Family, weight: Weight): Promise<readonly LoadedFont[]> {
  const others = family === 'serif' ? [BASE.sans[weight]] : [];
  const files = [BASE[family][weight], ...others, ...SCRIPTS.filter(({ scripts }) => scripts.test(text))];
  return Promise.all(files.map(load));
}
