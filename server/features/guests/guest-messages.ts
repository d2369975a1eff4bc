import type { GuestThread } from '#shared/wire/guests.ts';
import type { MessageView } from '#shared/wire/ticket.ts';
import type { Thread } from '#server/features/messages/messages.repository.ts';
import { looksLikeSecret } from '#server/policy/decision/secret-in-text.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * A thread's public words for somebody from outside: the request without what it says of its sender
 * and without secret fields, and nothing that looks like a password or a key.
 */
export function guestMessages(
  pack: PolicyPack,
  { request, messages }: Thread,
): GuestThread['messages'] {
  const story = pack.intake.fields
    .filter(({ group, secret }) => group === 'story' && !secret)
    .flatMap(({ id }) => request.answers?.[id] ?? [])
    .join('\n');
  return messages.flatMap((message) => {
    const { kind } = message;
    if (kind === 'note') return [];
    const text = kind === 'request' ? story : message.text;
    return [
      {
        id: message.id,
        kind,
        author: message.author,
        ...shownAuthor(message),
        text: looksLikeSecret(text) ? null : text,
        createdAt: message.createdAt,
      },
    ];
  });
}

const shownAuthor = ({ author, authorName }: MessageView) =>
  author === 'requester' || authorName === undefined ? {} : { authorName };
