import { blockSide, blurBlocks } from '#widget/editor/blur.ts';
import { bendOf } from '#widget/editor/hit-mark.ts';
import { inside, movedMark } from '#widget/editor/change-mark.ts';
import { distance, onTheWay, plus, type Mark, type Size, type Spot } from '#widget/editor/mark.ts';
import { freshCanvas, type Brush } from '#widget/editor/open-picture.ts';

const colours = { hidden: '#101312', mark: '#d03a22', edge: '#fff' };

/** Picture pixels for one pixel of a picture 1,280 long: marks are as thick on a large one. */
export const unitOf = ({ x, y }: Size): number => Math.max(1, x / 1280, y / 1280);

/** Left, top, width and height. */
const areaOf = ({ from, to }: Mark) => [from.x, from.y, to.x - from.x, to.y - from.y] as const;

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
  const length = Math.min(21 * unit, distance(from, to) / 2);
  const back = onTheWay(to, bend, length / distance(to, bend));
  const aside = { x: to.y - back.y, y: back.x - to.x };
  const [left, right] = [plus(back, aside, 0.55), plus(back, aside, -0.55)];
  brush.moveTo(from.x, from.y);
  brush.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  brush.moveTo(left.x, left.y);
  brush.lineTo(to.x, to.y);
  brush.lineTo(right.x, right.y);
  stroke(brush, unit);
}

const lettering = (height: number) => `600 ${height * 0.6}px system-ui,sans-serif`;

/** The mark of a line of words with its upper left corner at a place, as large as it can be there. */
export function textMark(brush: Brush, text: string, spot: Spot, size: Size): Mark {
  const high = Math.min(30 * unitOf(size), size.y);
  brush.font = lettering(high);
  const wide = brush.measureText(text).width + high * 0.7;
  const from = inside(spot, size);
  const to = plus(from, { x: wide, y: high }, Math.min(1, size.x / wide));
  return movedMark({ tool: 'text', from, to, text }, { x: 0, y: 0 }, size);
}

function drawText(brush: Brush, mark: Mark, unit: number) {
  const [left, top, width, height] = areaOf(mark);
  brush.roundRect(left, top, width, height, height * 0.15);
  brush.strokeStyle = colours.edge;
  brush.lineWidth = 3 * unit;
  brush.stroke();
  brush.fillStyle = colours.mark;
  brush.fill();
  brush.fillStyle = colours.edge;
  brush.font = lettering(height);
  brush.textBaseline = 'middle';
  brush.textAlign = 'center';
  brush.fillText(mark.text, left + width / 2, top + height / 2, width - height * 0.7);
}

/** Puts a smoothed handful of colours where an area was. */
function drawBlur(brush: Brush, mark: Mark) {
  const area = areaOf(mark);
  const [, , width, height] = area;
  const { columns, rows, data } = blurBlocks(brush.getImageData(...area).data, width, height);
  const small = freshCanvas({ x: columns, y: rows });
  small.putImageData(new ImageData(data, columns), 0, 0);
  const side = blockSide(width, height);
  brush.drawImage(small.canvas, 0, 0, width / side, height / side, ...area);
}

/** Replays marks over a picture, in their order. */
export function drawMarks(brush: Brush, marks: readonly Mark[], size: Size): void {
  const unit = unitOf(size);
  for (const mark of marks) {
    const { tool } = mark;
    brush.beginPath();
    if (tool === 'bar') {
      brush.fillStyle = colours.hidden;
      brush.fillRect(...areaOf(mark));
    } else if (tool === 'blur') drawBlur(brush, mark);
    else if (tool === 'arrow') drawArrow(brush, mark, unit);
    else if (tool === 'text') drawText(brush, mark, unit);
    else {
      brush.rect(...areaOf(mark));
      stroke(brush, unit);
    }
  }
}
