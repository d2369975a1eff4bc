import type { Identity } from '#widget/handle.ts';
import { createRecorder, recorderSettings, type Recorder } from '#widget/record/recorder.ts';
import type { RecorderAttributes } from '#widget/record/recorder.ts';

/** A page as far as a recorder looks at it; `fire` is what the browser would do. */
export interface RecordedPage {
  readonly page: EventTarget & {
    readonly console: Record<
      'error' | 'warn' | 'info' | 'log' | 'debug',
      (...args: unknown[]) => unknown
    >;
    fetch: (...args: unknown[]) => unknown;
    readonly location: { href: string; origin: string; pathname: string };
    readonly history: { pushState(state: unknown, title: string, path: string): void };
  };
  /** What reached the page's own console, by level. */
  readonly printed: unknown[][];
  /** Moves the clock, in milliseconds. */
  pass(ms: number): void;
  /** @param named whom the page names at present */
  record(attributes: RecorderAttributes, named?: () => Identity | undefined): Recorder;
}

/** @param answer what the page's own `fetch` does */
export function recordedPage(answer: () => unknown = () => undefined): RecordedPage {
  const printed: unknown[][] = [];
  let at = Date.parse('2026-11-22T13:20:00.000Z');
  const print =
    (level: string) =>
    (...args: unknown[]) =>
      void printed.push([level, ...args]);
  const location = {
    href: 'https://crm.example/clients',
    origin: 'https://crm.example',
    pathname: '/clients',
  };
  class History {
    pushState(_state: unknown, _title: string, path: string) {
      location.pathname = path;
      location.href = `${location.origin}${path}`;
    }
    replaceState(...args: Parameters<History['pushState']>) {
      this.pushState(...args);
    }
  }
  const page = Object.assign(new EventTarget(), {
    console: {
      error: print('error'),
      warn: print('warn'),
      info: print('info'),
      log: print('log'),
      debug: print('debug'),
    },
    fetch: answer,
    XMLHttpRequest: class {
      open() {}
      send() {}
    },
    performance: { now: () => at },
    location,
    history: new History(),
  });
  return {
    page,
    printed,
    pass: (ms) => void (at += ms),
    record: (attributes, named = () => undefined) =>
      createRecorder(
        page as unknown as Window & typeof globalThis,
        recorderSettings(attributes, 'https://help.example/'),
        () => at,
        named,
      ),
  };
}
