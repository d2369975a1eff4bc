import { html, nothing, type TemplateResult } from 'lit';
import type { TicketThread } from '#shared/wire/ticket.ts';
import type { Api } from '#widget/api/client.ts';
import { linkedArticles } from '#widget/form/linked-articles.ts';
import { loadWriting } from '#widget/load-writing.ts';
import type { Words } from '#widget/words.ts';

/** What a message says and what it gives to read. */
export interface SaidView {
  readonly words: Words;
  readonly text: string;
  readonly given: TicketThread['articles'];
  readonly read: Api['read'];
  /** Takes the words that tell which article did not help. */
  readonly disagree: (words: string) => void;
}

/** A message's words; articles that it gives are read in the panel, not sought by their addresses. */
export function saidTemplate({ words, text, given, read, disagree }: SaidView): TemplateResult {
  const said = linkedArticles(text, given);
  if (said.articles.length === 0) return html`<p class="text">${text}</p>`;
  void loadWriting().catch(() => undefined);
  return html`${said.text ? html`<p class="text">${said.text}</p>` : nothing}
    <rg-answers
      .words=${words}
      .articles=${said.articles}
      .read=${read}
      @rg-unhelpful=${({ detail }: CustomEvent<string>) => disagree(detail)}
      >${said.articles.map(
        ({ href, title }) =>
          html`<p><a class="link" href=${href} target="_blank" rel="noreferrer">${title}</a></p>`,
      )}</rg-answers
    >`;
}

/** A request as it was filled in, each answer under its question. */
export const filledIn = (answers: TicketThread['answers']): TemplateResult[] =>
  answers.map(
    ({ label, value }) =>
      html`<p class="note">${label}</p>
        <p class="text">${Array.isArray(value) ? value.join('\n') : value}</p>`,
  );
