import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Identity } from '#widget/handle.ts';
import { startRecorder, type RecorderAttributes, type Recorder } from '#widget/record/recorder.ts';

/** An element that says what of its page is recorded, and keeps what records it. */
export interface RecordingHost extends ReactiveControllerHost, Required<RecorderAttributes> {
  readonly api: string;
  readonly isConnected: boolean;
  readonly identity: Identity | undefined;
  recorder?: Recorder | undefined;
}

/** Records the page as its element says, while it says so and is on the page; another wish forgets what was recorded. */
export function recordingOf(host: RecordingHost): void {
  let running: Recorder | undefined;
  let wished = '';
  let away = !host.isConnected;
  const follow = () => {
    const { record, recordIgnore, recordIgnoreUrls, api } = host;
    const attributes = { record, recordIgnore, recordIgnoreUrls };
    const wish = record && !away ? JSON.stringify([attributes, api]) : '';
    if (wish === wished) return;
    wished = wish;
    running?.stop();
    if (running) host.recorder = running = undefined;
    if (wish) host.recorder = running = startRecorder(attributes, api, () => host.identity);
  };
  const stand = (gone: boolean) => () => {
    away = gone;
    follow();
  };
  const controller: ReactiveController = {
    hostConnected: stand(false),
    hostDisconnected: stand(true),
    hostUpdated: follow,
  };
  host.addController(controller);
}
