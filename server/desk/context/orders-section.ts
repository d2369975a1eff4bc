import { html, nothing } from 'lit';
import type { OrderView } from '#shared/wire/orders.ts';
import { durationText } from '#shared/time.ts';
import type { BesideScene } from '#desk/beside/scene.ts';
import type { SideAct } from '#desk/beside/side-forms.ts';
import { sideActs, sideSection } from '#desk/context/side-section.ts';
import { clauseLink } from '#desk/elements/clause-link.ts';
import { moneyText } from '#desk/text/money.ts';

/** Work to order: what, for how much, who said yes. */
export function ordersSection(scene: BesideScene) {
  const { orders } = scene.beside;
  return sideSection(
    scene,
    'context.orders',
    scene.beside.time.work.orders &&
      scene.ticket.status !== 'awaiting_channel' &&
      !scene.ticket.watch
      ? ['propose_order']
      : [],
    orders.length === 0
      ? nothing
      : html`<ul class="things">
          ${orders.map((order) => html`<li>${line(scene, order)}</li>`)}
        </ul>`,
  );
}

const actsOf: Record<OrderView['state'], readonly SideAct[]> = {
  proposed: ['accept_order', 'decline_order'],
  accepted: ['finish_order'],
  declined: [],
  done: [],
};

function line(scene: BesideScene, order: OrderView) {
  const { words, ticket } = scene;
  const { say, locale } = words;
  const { state, workedMinutes } = order;
  const scope = order.scope === '' ? say('bubble.erased') : order.scope;
  const price = moneyText(locale, order.priceMinor, order.currency);
  const facts = [
    price,
    say(`order.state.${state}`),
    ...(order.decidedBy ? [order.decidedBy] : []),
    ...(workedMinutes > 0 ? [durationText(locale, workedMinutes * 60)] : []),
  ];
  return html`<span class=${state === 'declined' ? 'thing gone' : 'thing'}
      ><b>${scope}</b>
      <span class="small figures"
        >${facts.join(' · ')} — ${clauseLink(words, ticket, order.clause)}</span
      ></span
    >${sideActs(scene, actsOf[state], { id: order.id, label: scope })}`;
}
