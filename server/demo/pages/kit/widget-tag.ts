import { hostToken, type PagePerson } from './people.ts';
import type { PageState } from './page-state.ts';
import { appVersions } from './vendor.ts';

/** Calls made before the script arrives wait in `q`; the script puts its own in the place of it. */
interface WidgetQueue {
  (...call: readonly unknown[]): unknown;
  q?: { push(call: readonly unknown[]): unknown };
}

declare global {
  interface Window {
    reglament?: WidgetQueue;
  }
}

/** The page's word to the widget, whether it has come or not. */
export function widgetCall(): WidgetQueue {
  const queue: WidgetQueue = (...call) => (queue.q ??= []).push(call);
  return (window.reglament ??= queue);
}

/** Puts the widget on the page as any vendor would; a guest is not identified. */
export function insertWidget(state: PageState, person: PagePerson | undefined): void {
  const call = widgetCall();
  if (person) call('identify', () => hostToken(state.vendor, person.id));
  call('context', { screen: document.title });
  const script = document.createElement('script');
  script.async = true;
  script.dataset['key'] = state.vendor;
  script.dataset['locale'] = state.locale;
  script.dataset['theme'] = state.theme;
  script.dataset['appVersion'] = appVersions[state.vendor];
  script.src = '/widget.js';
  document.head.append(script);
}
