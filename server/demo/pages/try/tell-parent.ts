import type { TriedEvent } from './happening-log.ts';

const names = ['open', 'close', 'sent', 'unread'] as const;

/** Tells the page around this one, where there is one of ours, what the widget does and what the browser refuses. */
export function tellParent(call: (...call: readonly unknown[]) => unknown): void {
  if (parent === window) return;
  const tell = (tried: string, about: unknown = '') =>
    parent.postMessage(
      {
        tried,
        about: typeof about === 'string' ? about : JSON.stringify(about),
      } satisfies TriedEvent,
      location.origin,
    );
  for (const name of names) call('on', name, (detail: unknown) => tell(name, detail ?? ''));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    tell('refused', `${effectiveDirective} ${blockedURI}`),
  );
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    warn(...said);
    if (String(said[0]).startsWith('reglament:')) tell('warned', said.map(String).join(' '));
  };
}
