import type { TicketReceipt } from '#shared/wire/ticket.ts';
import { demoPeople } from '#server/demo/people.ts';
import { completeRequest, deskApi, requesterApi } from '#test/support/api.ts';
import type { TestServer } from '#test/support/server.ts';

/** One of the demo's people, signed in by their vendor's product, with what a ticket's story needs. */
export async function demoRequester(server: TestServer, vendor: string, id: string) {
  const person = demoPeople.find((one) => one.vendor === vendor && one.id === id)!;
  const bearer = await server.signAsHost(vendor, person.claims);
  const api = requesterApi(server, { vendor, bearer });
  const desk = await deskApi(server);
  return {
    api,
    /** Opens a ticket and, where it waits for its official channel, lets it arrive there. */
    open: async (category?: string): Promise<TicketReceipt> => {
      const { pack } = server.deps.policies.inForce(vendor, server.deps.now())!;
      const receipt = await api.open(completeRequest(pack, category));
      if (receipt.status === 'awaiting_channel')
        await desk.post(vendor, `/tickets/${receipt.id}/acts`, { act: 'confirm_arrival' });
      return receipt;
    },
  };
}
