import type { ReactiveControllerHost } from 'lit';

/** Waits until somebody has stopped typing; the last act wins, and none comes once the host has left. */
export function pauseController(host: ReactiveControllerHost, pauseMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  host.addController({ hostDisconnected: stop });

  return {
    wait(act: () => void): void {
      stop();
      timer = setTimeout(act, pauseMs);
    },
    stop,
  };
}
