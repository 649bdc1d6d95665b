import type { Bin, CurvePoint } from './reliability.ts';

const SIZE = 300;
const MARGIN = 50;
const WIDTH = 2 * (SIZE + MARGIN) + MARGIN;
const HEIGHT = SIZE + 2 * MARGIN;
/** The upper end of the axis for wrong names. */
const MAX_WRONG = 0.2;
const INK = '#1f2328';
const LINE = '#0969da';
const FAINT = '#8c959f';

/** Draws correct against wrong names by threshold, and the accuracy of each confidence, side by side. */
export function chartOf(curve: readonly CurvePoint[], bins: readonly Bin[], threshold: number): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="${INK}" role="img" aria-label="Right against wrong over the threshold, and how often a confidence is right">`,
    '<title>Right against wrong over the threshold, and how often a confidence is right</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    panel(
      MARGIN,
      'Right against wrong over the threshold',
      'wrong',
      'right',
      [0, MAX_WRONG],
      curvePart(curve, threshold),
    ),
    panel(2 * MARGIN + SIZE, 'How often a confidence is right', 'confidence', 'right', [0, 1], binPart(bins)),
    '</svg>',
    '',
  ].join('\n');
}

const x = (share: number): string => (share * SIZE).toFixed(1);
const y = (share: number): string => (SIZE - share * SIZE).toFixed(1);

function panel(
  left: number,
  title: string,
  across: string,
  up: string,
  [from, to]: readonly [number, number],
  inside: readonly string[],
): string {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const value = Math.round(100 * (from + part * (to - from)));
    return [
      `<text x="${x(part)}" y="${SIZE + 16}" text-anchor="middle">${value}</text>`,
      `<text x="-6" y="${Number(y(part)) + 4}" text-anchor="end">${part * 100}</text>`,
      `<path d="M0 ${y(part)}H${SIZE}" stroke="${FAINT}" stroke-width="0.3"/>`,
    ].join('');
  });
  return [
    `<g transform="translate(${left} ${MARGIN})">`,
    `<text x="0" y="-20" font-weight="bold">${title}</text>`,
    ...ticks,
    `<path d="M0 0V${SIZE}H${SIZE}" fill="none" stroke="${INK}"/>`,
    `<text x="${SIZE / 2}" y="${SIZE + 36}" text-anchor="middle">${across}, %</text>`,
    `<text x="4" y="-4">${up}, %</text>`,
    ...inside,
    '</g>',
  ].join('\n');
}

function curvePart(curve: readonly CurvePoint[], threshold: number): string[] {
  const points = curve.filter(({ wrong }) => wrong <= MAX_WRONG).map((point) => place(point).join(','));
  const chosen = curve.find((point) => point.threshold <= threshold);
  const [atX, atY] = chosen ? place(chosen) : ['0', '0'];
  return [
    `<polyline points="${points.join(' ')}" fill="none" stroke="${LINE}" stroke-width="2"/>`,
    `<circle cx="${atX}" cy="${atY}" r="5" fill="${LINE}"/>`,
    `<text x="${Number(atX) + 10}" y="${Number(atY) + 14}">threshold ${threshold}</text>`,
  ];
}

const place = ({ wrong, right }: CurvePoint): readonly [string, string] => [x(wrong / MAX_WRONG), y(right)];

function binPart(bins: readonly Bin[]): string[] {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return [
    `<path d="M0 ${SIZE}L${SIZE} 0" stroke="${FAINT}" stroke-dasharray="4 4"/>`,
    ...bins
      .filter(({ count }) => count > 0)
      .map(
        ({ confidence, right, count }) =>
          `<circle cx="${x(confidence)}" cy="${y(right)}" r="${(3 + 9 * Math.sqrt(count / most)).toFixed(1)}" fill="${LINE}" fill-opacity="0.6"><title>${count} spans</title></circle>`,
      ),
  ];
}
