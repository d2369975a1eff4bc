import type { ReactiveControllerHost } from 'lit';
import type { Panel } from '#widget/controllers/panel.ts';

/** The panel hears of changes as long as its element is on the page. */
export const hearWhileHere = (host: ReactiveControllerHost, panel: () => Panel | undefined): void =>
  host.addController({
    hostConnected: () => panel()?.follow(),
    hostDisconnected: () => panel()?.leave(),
  });
