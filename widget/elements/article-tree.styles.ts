import { css } from 'lit';

/** How an article reads: 15/23, hairlines, no boxes but around code. */
export const articleTreeStyles = css`
  .article {
    font-size: 15px;
    line-height: 23px;
    overflow-wrap: anywhere;
  }
  .article > :first-child,
  .article li > :first-child,
  .article blockquote > :first-child {
    margin-top: 0;
  }
  .article :is(p, ul, ol, pre, blockquote, div) {
    margin: 10px 0 0;
  }
  .article :is(h3, h4, h5) {
    margin: 20px 0 0;
    font-size: 15px;
    font-weight: 600;
    line-height: 23px;
  }
  .article h3 {
    font-size: 17px;
  }
  .article h5 {
    color: var(--rg-text-2);
  }
  .article ul {
    padding-left: 20px;
    list-style: disc;
  }
  .article ol {
    padding-left: 24px;
    list-style: decimal;
  }
  .article li + li {
    margin-top: 4px;
  }
  .article li > p + p {
    margin-top: 6px;
  }
  .article a {
    color: var(--rg-accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .article blockquote {
    padding-left: 12px;
    border-left: 3px solid var(--rg-line);
    color: var(--rg-text-2);
  }
  .article code {
    font:
      400 13px/18px ui-monospace,
      'SF Mono',
      Consolas,
      monospace;
  }
  .article :not(pre) > code {
    padding: 1px 4px;
    border-radius: 4px;
    background: var(--rg-sunken);
  }
  .article pre {
    overflow-x: auto;
    padding: 8px 10px;
    border-radius: 7px;
    background: var(--rg-sunken);
    overflow-wrap: normal;
  }
  .article .wide {
    overflow-x: auto;
  }
  .article table {
    border-collapse: collapse;
    font-size: 13px;
    line-height: 18px;
  }
  .article :is(th, td) {
    padding: 6px 12px 6px 0;
    border-bottom: 1px solid var(--rg-line);
    text-align: left;
    vertical-align: top;
    overflow-wrap: normal;
  }
  .article th {
    font-weight: 600;
  }
  .article hr {
    margin: 16px 0 0;
    border: 0;
    border-top: 1px solid var(--rg-line);
  }
`;
