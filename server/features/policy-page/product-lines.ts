import { html } from 'hono/html';
import type { PageWords } from '#server/features/policy-page/page-words.ts';
import { clauseLinks, type Html } from '#server/features/policy-page/parts.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/** The products and the operators that the text means; nothing where it names none. */
export function productLines(words: PageWords, { products, operators }: PolicyPack): Html | '' {
  const { locale, say } = words;
  const line = (
    name: string,
    what: readonly { readonly label: { readonly [L in typeof locale]: string } }[],
    clauses: readonly string[],
    note = '',
  ) =>
    html`<p>
      <span class="subject">${name}:</span> ${what.map(({ label }) => label[locale]).join('; ')}
      ${clauseLinks(words, clauses)} ${note === '' ? '' : html`<span class="aside">${note}</span>`}
    </p>`;
  if (products.length === 0 && !operators) return '';
  return html`<div class="products">
    ${
      products.length === 0
        ? ''
        : line(
            say('scope.products'),
            products,
            products.map(({ clause }) => clause),
          )
    }
    ${
      operators
        ? line(
            operators.label[locale],
            operators.list,
            [operators.clause],
            say('scope.operatorOther'),
          )
        : ''
    }
  </div>`;
}
