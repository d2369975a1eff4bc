import type { RecorderAttributes, Recorder } from '#widget/record/recorder.ts';

/** What an element records of its page: as its last wish says, and only while there is one. */
export interface Recording {
  /** Instead of what was recorded so far; without a kind in it nothing is. */
  wish(attributes: RecorderAttributes, api: string): void;
}

/** @param ready hears each recorder as it starts, and undefined as soon as it ends */
export function createRecording(ready: (recorder: Recorder | undefined) => void): Recording {
  let running: Recorder | undefined;
  let last: RecorderAttributes | undefined;
  return {
    wish(attributes, api) {
      last = attributes;
      if (running) {
        running.stop();
        ready((running = undefined));
      }
      if (attributes.record)
        import('#widget/record/recorder.ts').then(
          ({ startRecorder }) => {
            if (last === attributes) ready((running = startRecorder(attributes, api)));
          },
          () => undefined,
        );
    },
  };
}
