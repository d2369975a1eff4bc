import type { MessageHits } from '#shared/wire/message-search.ts';
import type { Deps } from '#server/deps.ts';
import {
  messagesWithWords,
  type MessagePlace,
} from '#server/features/messages/messages-with-words.ts';
import { hiddenTickets } from '#server/features/tickets/hidden-tickets.ts';
import { shownNumber } from '#server/features/tickets/present-receipt.ts';
import { pageOf } from '#server/http/page.ts';
import { excerptOf } from '#server/policy/search/excerpt.ts';
import { askedWords } from '#server/policy/search/words.ts';

/** What an agent looks for. */
export interface MessageQuestion {
  readonly agentId: string;
  readonly question: string;
  readonly after: MessagePlace | undefined;
  readonly limit: number;
}

/** A page of messages that hold every word of a question, the newest first, none of a hidden ticket. */
export async function searchMessages(
  deps: Pick<Deps, 'db' | 'policies' | 'now'>,
  tenantId: string,
  { agentId, question, after, limit }: MessageQuestion,
): Promise<MessageHits> {
  const words = askedWords(question);
  if (words.length === 0) return { messages: [], next: null };
  const hidden = hiddenTickets(deps, tenantId, agentId);
  const wanted = { tenantId, words, after, hidden, limit: limit + 1 };
  const { rows, next } = pageOf(await messagesWithWords(deps.db, wanted), limit, cursorOf);
  return {
    messages: rows.map((row) => {
      const { pack } = deps.policies.edition(tenantId, row.edition) ?? {};
      const { text: excerpt, marks } = excerptOf(row.text, words);
      return {
        id: row.id,
        kind: row.kind,
        author: row.author,
        createdAt: row.createdAt.toISOString(),
        excerpt,
        marks: marks.map(([from, until]): [number, number] => [from, until]),
        ticket: {
          id: row.ticketId,
          number: pack ? shownNumber(pack, row.number) : String(row.number),
          subject: row.subject,
          status: row.status,
        },
      };
    }),
    next,
  };
}

const cursorOf = ({ createdAt, id }: { readonly createdAt: Date; readonly id: string }): string =>
  `${createdAt.getTime()}:${id}`;

/** The place that a page ended with, as a client gives it back; undefined for what no page has ended with. */
export function readPlace(text: string): MessagePlace | undefined {
  const [, at, messageId] = /^(\d{1,14}):(\w{1,64})$/.exec(text) ?? [];
  return at === undefined || messageId === undefined
    ? undefined
    : { at: new Date(Number(at)), messageId };
}
