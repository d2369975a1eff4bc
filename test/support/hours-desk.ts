import type { LoggedTime, OrganisationHours, TicketTime } from '#shared/wire/hours.ts';
import type { OrderView } from '#shared/wire/orders.ts';
import { deskApi } from '#test/support/api.ts';
import { demoRequester } from '#test/support/demo-requester.ts';
import type { TestServer } from '#test/support/server.ts';

const vendor = 'jokercrm';
const body = async <Shape>(response: Promise<Response>): Promise<Shape> =>
  (await (await response).json()) as Shape;

/** JokerCRM's desk where time is written down: requests that have arrived, time, orders, months. */
export async function hoursDesk(server: TestServer, token?: string) {
  const desk = await deskApi(server, token);
  const post = (path: string, sent: object, headers: Record<string, string> = {}) =>
    desk.post(vendor, path, sent, headers);
  return {
    ...desk,
    /** A request of one of the demo's people, arrived in the official chat. */
    arrived: async (person: string, category = 'settings'): Promise<string> => {
      const { id } = await (await demoRequester(server, vendor, person)).open(category);
      return id;
    },
    log: (ticket: string, work: object, headers?: Record<string, string>) =>
      post(`/tickets/${ticket}/time`, work, headers),
    logged: (ticket: string, work: object) =>
      body<LoggedTime>(post(`/tickets/${ticket}/time`, work)),
    time: (ticket: string) => body<TicketTime>(desk.get(vendor, `/tickets/${ticket}/time`)),
    month: (organisation: string, month?: string) =>
      body<OrganisationHours>(
        desk.get(
          vendor,
          `/organisations/${organisation}/hours${month === undefined ? '' : `?month=${month}`}`,
        ),
      ),
    propose: (ticket: string, order: object = {}, headers?: Record<string, string>) =>
      post(
        `/tickets/${ticket}/orders`,
        { scope: 'Отчёт по сделкам', priceMinor: 1_500_000, currency: 'RUB', ...order },
        headers,
      ),
    proposed: async (ticket: string, order: object = {}): Promise<OrderView> =>
      body<OrderView>(
        post(`/tickets/${ticket}/orders`, {
          scope: 'Отчёт по сделкам',
          priceMinor: 1_500_000,
          currency: 'RUB',
          ...order,
        }),
      ),
    decide: (order: string, act: 'accept' | 'decline' | 'done') =>
      post(`/orders/${order}/${act}`, act === 'done' ? {} : { by: 'Денис Крышин' }),
  };
}
