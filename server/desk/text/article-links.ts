/** An article that a message points at. */
export interface ArticleLink {
  readonly title: string;
  readonly href: string;
}

/** A message without the articles at its end, and these. */
export interface MessageWithLinks {
  readonly text: string;
  readonly links: readonly ArticleLink[];
}

const linkBlock =
  /^(?<title>[^\n]{1,200})\n(?<href>https?:\/\/[^\s/]+\/articles\/(?<vendor>[\w-]+)\/[a-z0-9-]+)$/;

/**
 * The articles of an agent's reply stand behind its words, a block each: title and address. Only the
 * vendor's own are taken for such.
 */
export function linkedArticles(text: string, vendor: string): MessageWithLinks {
  const blocks = text.split('\n\n');
  const links: ArticleLink[] = [];
  for (let block = blocks.at(-1); block !== undefined; block = blocks.at(-1)) {
    const { title, href, vendor: of } = linkBlock.exec(block)?.groups ?? {};
    if (title === undefined || href === undefined || of !== vendor) break;
    links.unshift({ title, href });
    blocks.pop();
  }
  return { text: blocks.join('\n\n'), links };
}
