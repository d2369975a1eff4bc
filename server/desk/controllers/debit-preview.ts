import type { ReactiveControllerHost } from 'lit';
import type { TimePreview } from '#shared/wire/hours.ts';
import type { BesideApi, TicketAt } from '#desk/api/beside.ts';

/** How long a person may go on typing before the server is asked, milliseconds. */
const quietMs = 200;

/** Asks what work would use up while somebody fills in its minutes; an answer that was overtaken is dropped. */
export function debitPreviewController(host: ReactiveControllerHost) {
  let shown: TimePreview | undefined;
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (next: TimePreview | undefined) => {
    shown = next;
    host.requestUpdate();
  };
  host.addController({ hostDisconnected: () => clearTimeout(timer) });

  return {
    get shown() {
      return shown;
    },
    /** Forgets what was asked before; minutes that are none ask nothing. */
    ask(api: BesideApi, at: TicketAt, minutes: number, ownError: boolean): void {
      clearTimeout(timer);
      const mine = ++generation;
      if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440) return show(undefined);
      timer = setTimeout(async () => {
        const read = await api.previewTime(at, minutes, ownError);
        if (mine === generation) show(read.ok ? read.value : undefined);
      }, quietMs);
    },
    clear(): void {
      clearTimeout(timer);
      generation += 1;
      show(undefined);
    },
  };
}
