/** How a recording is made so that it fits. */
export interface RecordingPlan {
  /** Media type for the recorder, with its codecs where the browser wants them named. */
  readonly mimeType: string;
  /** The plain type that is sent. */
  readonly type: 'video/webm' | 'video/mp4';
  readonly bitsPerSecond: number;
}

/** Longest recording, in milliseconds. */
export const longestMs = 60_000;

const mimeTypes = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];
const mostBitsPerSecond = 2_500_000;
/** Share of the limit that a whole minute is planned to take: recorders overshoot. */
const plannedShare = 0.8;

/** Undefined where the browser records nothing that the server takes. */
export function planRecording(
  limitBytes: number,
  supports: (mimeType: string) => boolean,
): RecordingPlan | undefined {
  const mimeType = mimeTypes.find(supports);
  if (!mimeType) return undefined;
  const fitting = (limitBytes * 8 * plannedShare) / (longestMs / 1000);
  return {
    mimeType,
    type: mimeType.startsWith('video/mp4') ? 'video/mp4' : 'video/webm',
    bitsPerSecond: Math.round(Math.min(mostBitsPerSecond, fitting)),
  };
}

/** Whether a recording has to end now: the next part as large as the largest so far would not fit. */
export const isFull = (
  elapsedMs: number,
  bytes: number,
  largestPart: number,
  limitBytes: number,
): boolean => elapsedMs >= longestMs || bytes + largestPart * 2 > limitBytes;

/** A length as minutes and seconds: `0:07`. */
export const lengthText = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
