import { html, type TemplateResult } from 'lit';
import type { MessageHits } from '#shared/wire/message-search.ts';

/** Part of a message with the words that were looked for marked in it; every piece is a text node. */
export function markedText({
  excerpt,
  marks,
}: Pick<MessageHits['messages'][number], 'excerpt' | 'marks'>): (TemplateResult | string)[] {
  const pieces: (TemplateResult | string)[] = [];
  let shown = 0;
  for (const [from, until] of marks) {
    pieces.push(excerpt.slice(shown, from), html`<mark>${excerpt.slice(from, until)}</mark>`);
    shown = until;
  }
  return [...pieces, excerpt.slice(shown)];
}
