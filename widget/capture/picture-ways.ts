/** How a picture of the page is made: drawn from its elements, or shared by the browser. */
export type PictureWay = 'drawn' | 'exact';

/**
 * Elements from which the browser's own picture is asked for first: drawing a list of 4,800 was measured to
 * hold a page up for half a second in one piece (`npm run bench:capture`), one of 1,400 for a sixth.
 */
export const heavyElements = 5000;

/** What decides the order of the ways. */
export interface PictureFacts {
  /** Elements of the page, frames and shadow trees left out. */
  readonly elements: number;
  /** Whether the browser can share this tab here. */
  readonly sharing: boolean;
  /** Whether the page's policy lets a picture be drawn. */
  readonly drawing: boolean;
}

/** The ways to try, the first first; none where only a file or a pasted picture remains. */
export function pictureWays({ elements, sharing, drawing }: PictureFacts): PictureWay[] {
  const exact: PictureWay[] = sharing ? ['exact'] : [];
  if (!drawing) return exact;
  return elements >= heavyElements ? [...exact, 'drawn'] : ['drawn', ...exact];
}
