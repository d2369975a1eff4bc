import type { ReactiveControllerHost } from 'lit';

/** Which rows were opened: what was open once keeps what it has loaded. */
export function openedRows(host: ReactiveControllerHost) {
  const opened = new Set<string>();
  return {
    has: (id: string) => opened.has(id),
    /** For the `toggle` of the row's `details`. */
    toggled: (id: string) => (event: Event) => {
      if (!(event.target as HTMLDetailsElement).open) return;
      opened.add(id);
      host.requestUpdate();
    },
  };
}
