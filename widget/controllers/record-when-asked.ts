import type { RecordingHost } from '#widget/controllers/recording.ts';

/** Fetches what records the page once the element asks for it, and not before. */
export function recordWhenAsked(host: RecordingHost): void {
  let asked = false;
  host.addController({
    hostUpdated() {
      if (asked || !host.record) return;
      asked = true;
      import('#widget/controllers/recording.ts').then(
        ({ recordingOf }) => recordingOf(host),
        () => (asked = false),
      );
    },
  });
}
