import type { TicketThread } from '#shared/wire/ticket.ts';

type Given = TicketThread['articles'][number];

/** The words of a message without the titles and addresses of articles that stand behind them, and these articles. */
export function linkedArticles(
  text: string,
  given: readonly Given[],
): { readonly text: string; readonly articles: readonly Given[] } {
  const addressOf = (paragraph: string) => {
    const [, address, ...more] = paragraph.split('\n');
    return more.length === 0 ? address : undefined;
  };
  const paragraphs = text.split('\n\n');
  const articles = given.filter(({ href }) => paragraphs.some((one) => addressOf(one) === href));
  const said = paragraphs.filter((one) => !articles.some(({ href }) => addressOf(one) === href));
  return { text: said.join('\n\n'), articles };
}
