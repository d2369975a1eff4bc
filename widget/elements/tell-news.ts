import type { PanelCore } from '#widget/panel-deps.ts';
import type { WidgetEventName, WidgetEvents } from '#widget/handle.ts';

type Tell = <Name extends WidgetEventName>(name: Name, detail: WidgetEvents[Name]) => void;

/** Tells the page each change once: how many answers are unread, and that a request was sent. */
export function newsTeller(tell: Tell): (panel: Pick<PanelCore, 'own' | 'session'>) => void {
  let unread = 0;
  let sent = '';
  return ({ own, session: { submission } }) => {
    const count = own.unread();
    if (count !== unread) tell('unread', { count: (unread = count) });
    if (submission.phase !== 'delivered' || submission.receipt.id === sent) return;
    const { id, number } = submission.receipt;
    sent = id;
    tell('sent', { id, number });
  };
}
