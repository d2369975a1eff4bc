import { isFull, type RecordingPlan } from '#widget/capture/recording-plan.ts';

const partMs = 500;

/** What a recording is at, for the person who makes it. */
export interface RecordingState {
  readonly elapsedMs: number;
  readonly bytes: number;
}

export interface Recording {
  /** Ends it and keeps it. */
  stop(): void;
  /** Ends it and keeps nothing. */
  cancel(): void;
  /** The film and its length, or undefined when nothing is kept. @throws when the recorder fails */
  readonly done: Promise<{ readonly blob: Blob; readonly elapsedMs: number } | undefined>;
}

const end = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop();
};

function record(
  stream: MediaStream,
  plan: RecordingPlan,
  limitBytes: number,
  clock: () => number,
  told: (state: RecordingState) => void,
): Recording {
  const parts: Blob[] = [];
  const startedAt = clock();
  let bytes = 0;
  let largestPart = 0;
  let keeps = true;
  const elapsed = () => clock() - startedAt;
  const recorder = new MediaRecorder(stream, {
    mimeType: plan.mimeType,
    videoBitsPerSecond: plan.bitsPerSecond,
  });
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const done = new Promise<{ blob: Blob; elapsedMs: number } | undefined>((resolve, reject) => {
    recorder.addEventListener('dataavailable', ({ data }) => {
      parts.push(data);
      bytes += data.size;
      largestPart = Math.max(largestPart, data.size);
      told({ elapsedMs: elapsed(), bytes });
      if (isFull(elapsed(), bytes, largestPart, limitBytes)) stop();
    });
    recorder.addEventListener('error', () => reject(new Error('the recorder failed')));
    recorder.addEventListener('stop', () => {
      const blob = new Blob(parts, { type: plan.type });
      resolve(keeps && blob.size > 0 ? { blob, elapsedMs: elapsed() } : undefined);
    });
  }).finally(() => end(stream));
  for (const track of stream.getTracks()) track.addEventListener('ended', stop);
  recorder.start(partMs);
  return {
    stop,
    cancel() {
      keeps = false;
      stop();
    },
    done,
  };
}

/**
 * Records a stream until it is stopped, ends by itself or is as long or large as it may be. The tracks are
 * stopped whatever happens.
 *
 * @throws where the browser records nothing after all
 */
export function recordScreen(...recorded: Parameters<typeof record>): Recording {
  try {
    return record(...recorded);
  } catch (fault) {
    end(recorded[0]);
    throw fault;
  }
}
