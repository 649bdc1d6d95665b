import type { Pictures } from '#adapters/web/port';
import { altTextOf, pictureOf } from '#pictures/of-article';

/** Pictures of articles. The code that draws them is loaded on first use. */
export const pictures: Pictures = {
  describe: ({ briefing }, name) => {
    const picture = pictureOf(briefing, name);
    return picture && altTextOf(picture);
  },
  draw: async ({ briefing }, name) => {
    const picture = pictureOf(briefing, name);
    if (!picture) return undefined;
    const { drawPicture, toPng } = await import('#pictures/index');
    const { svg, isComplete } = await drawPicture(picture);
    return isComplete ? { svg, toPng: () => toPng(svg) } : undefined;
  },
};
