import { CAMPS, type Picture } from '#core/picture';

/** The width of overviews, and their usual height: the space that a page reserves until the picture is loaded. */
export function sizeOfPicture(picture: Picture): { readonly width: number; readonly height: number } {
  const title = picture.kind === 'quote' ? 0 : Math.ceil(picture.title.length / TITLE_LETTERS) * TITLE_LINE;
  switch (picture.kind) {
    case 'quote':
      return { width: 1200, height: 630 };
    case 'voices':
      return {
        width: 1080,
        height: 88 + title + picture.voices.length * VOICE + (picture.more === undefined ? 0 : 45),
      };
    case 'positions': {
      const rows = picture.sides.map(({ side, standings }) => {
        const most = Math.max(...CAMPS.map((camp) => standings[camp].length));
        return (side === '' ? 0 : SIDE) + most * STANDING + 20;
      });
      return { width: 1080, height: 162 + title + rows.reduce((sum, row) => sum + row, 0) };
    }
  }
}

/** The letters in a line of a title, and the heights of a line, of a speaker and of a heading. */
const TITLE_LETTERS = 45;
const TITLE_LINE = 58;
const VOICE = 110;
const STANDING = 115;
const SIDE = 53;
