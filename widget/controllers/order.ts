import type { OpenTicketBody } from '#shared/wire/ticket.ts';
import type { KeyedStorage } from '#widget/storage.ts';

/** One submission as it is kept across reloads: the key is made once, the body is frozen once whole. */
export interface Order {
  readonly key: string;
  /** Whether the host vouched for the person: a later page waits for that before it goes on. */
  readonly signed: boolean;
  readonly ticket: Omit<OpenTicketBody, 'attachments'>;
  /** Every file of the request; `id` once the server has it. */
  readonly files: readonly {
    readonly localId: string;
    readonly name: string;
    readonly id?: string;
  }[];
  /** The exact text that is posted, and posted again. */
  readonly body?: string;
}

/** The order that an earlier page left, where one is readable. */
export function pendingOrder(storage: KeyedStorage): Order | undefined {
  try {
    return JSON.parse(storage.get('sending') ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an order until its final answer. */
export const keepOrder = (storage: KeyedStorage, order: Order): void =>
  storage.set('sending', JSON.stringify(order));
