import { blockSide, blurBlocks } from '#widget/editor/blur.ts';
import { bendOf } from '#widget/editor/hit-mark.ts';
import { inside, movedMark } from '#widget/editor/change-mark.ts';
import { distance, type Mark, type Size, type Spot } from '#widget/editor/mark.ts';

type Brush = CanvasRenderingContext2D;

const colours = { hidden: '#101312', mark: '#d03a22', edge: '#ffffff' };
const font = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif';

/** Picture pixels for one pixel of a picture 1,280 long: marks are as thick on a large one. */
export const unitOf = ({ width, height }: Size): number =>
  Math.max(1, Math.max(width, height) / 1280);

/** A stroke in the colour of marks with a white edge, so that it is seen on any page. */
function stroke(brush: Brush, unit: number) {
  brush.lineCap = brush.lineJoin = 'round';
  for (const [colour, width] of [
    [colours.edge, 7],
    [colours.mark, 4],
  ] as const) {
    brush.strokeStyle = colour;
    brush.lineWidth = width * unit;
    brush.stroke();
  }
}

function drawArrow(brush: Brush, mark: Mark, unit: number) {
  const { from, to } = mark;
  const bend = bendOf(mark);
  const angle = Math.atan2(to.y - bend.y, to.x - bend.x);
  const length = Math.min(24 * unit, distance(from, to) / 2);
  const barb = (turn: number): [number, number] => [
    to.x - length * Math.cos(angle + turn),
    to.y - length * Math.sin(angle + turn),
  ];
  brush.beginPath();
  brush.moveTo(from.x, from.y);
  brush.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  brush.moveTo(...barb(0.5));
  brush.lineTo(to.x, to.y);
  brush.lineTo(...barb(-0.5));
  stroke(brush, unit);
}

const lettering = (height: number) => `600 ${height * 0.6}px ${font}`;

/** The mark of a line of words with its upper left corner at a place, as large as it can be there. */
export function textMark(brush: Brush, text: string, spot: Spot, size: Size): Mark {
  const high = Math.min(30 * unitOf(size), size.height);
  brush.font = lettering(high);
  const wide = brush.measureText(text).width + high * 0.7;
  const share = Math.min(1, size.width / wide);
  const from = inside(spot, size);
  const to = { x: from.x + wide * share, y: from.y + high * share };
  return movedMark({ tool: 'text', from, to, text }, { x: 0, y: 0 }, size);
}

function drawText(brush: Brush, { from, to, text }: Mark, unit: number) {
  const [width, height] = [to.x - from.x, to.y - from.y];
  const inset = height * 0.15;
  brush.beginPath();
  brush.rect(from.x + inset, from.y + inset, width - 2 * inset, height - 2 * inset);
  brush.lineJoin = 'round';
  brush.fillStyle = brush.strokeStyle = colours.edge;
  brush.lineWidth = 2 * inset + 3 * unit;
  brush.stroke();
  brush.fillStyle = brush.strokeStyle = colours.mark;
  brush.lineWidth = 2 * inset;
  brush.stroke();
  brush.fill();
  brush.fillStyle = colours.edge;
  brush.font = lettering(height);
  brush.textBaseline = 'middle';
  brush.textAlign = 'center';
  brush.fillText(text, (from.x + to.x) / 2, (from.y + to.y) / 2, width - height * 0.7);
}

/** Puts a smoothed handful of colours where an area was. */
function drawBlur(brush: Brush, { from, to }: Mark) {
  const [width, height] = [to.x - from.x, to.y - from.y];
  const { data } = brush.getImageData(from.x, from.y, width, height);
  const { columns, rows, data: left } = blurBlocks(data, width, height);
  const small = document.createElement('canvas');
  small.width = columns;
  small.height = rows;
  small
    .getContext('2d')
    ?.putImageData(new ImageData(new Uint8ClampedArray(left), columns, rows), 0, 0);
  const side = blockSide(width, height);
  brush.save();
  brush.beginPath();
  brush.rect(from.x, from.y, width, height);
  brush.clip();
  brush.imageSmoothingEnabled = true;
  brush.drawImage(small, from.x, from.y, columns * side, rows * side);
  brush.restore();
}

/** Replays marks over a picture, in their order. */
export function drawMarks(brush: Brush, marks: readonly Mark[], size: Size): void {
  const unit = unitOf(size);
  for (const mark of marks) {
    const { tool, from, to } = mark;
    const area = [from.x, from.y, to.x - from.x, to.y - from.y] as const;
    if (tool === 'bar') {
      brush.fillStyle = colours.hidden;
      brush.fillRect(...area);
    } else if (tool === 'blur') drawBlur(brush, mark);
    else if (tool === 'arrow') drawArrow(brush, mark, unit);
    else if (tool === 'text') drawText(brush, mark, unit);
    else {
      brush.beginPath();
      brush.rect(...area);
      stroke(brush, unit);
    }
  }
}
