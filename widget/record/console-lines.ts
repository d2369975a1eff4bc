import { consoleLevels, type ConsoleLevel } from '#shared/vocabulary.ts';
import { listen, patchFunction, unseen, type Undo } from '#widget/record/patch.ts';
import { consoleText, summarise } from '#widget/record/summarise.ts';

/** The parts of a page that its lines come from. */
export interface ConsolePage extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly console: object;
}

const isOfError = (event: Event): event is ErrorEvent => 'message' in event;

function failureText(event: Event): string {
  if (!isOfError(event))
    return `Unhandled rejection: ${summarise((event as PromiseRejectionEvent).reason)}`;
  const { message, filename, lineno, colno } = event;
  return `${message}${filename ? ` (${filename}:${lineno}:${colno})` : ''}`;
}

/** Hears what the page says to its console, and the failures that nobody caught. */
export function watchConsole(
  page: ConsolePage,
  note: (level: ConsoleLevel, text: string) => void,
): Undo {
  const undoings = consoleLevels.map((level) =>
    patchFunction(page.console, level, ({ args, run }) => {
      unseen(() => note(level, consoleText(args)));
      return run();
    }),
  );
  undoings.push(
    listen(page, ['error', 'unhandledrejection'], (event) => note('error', failureText(event))),
  );
  return () => {
    for (const undo of undoings) undo();
  };
}
