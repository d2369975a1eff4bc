import { html } from 'lit';
import type { OrganisationList } from '#shared/wire/organisation.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { sectionHref } from '#desk/routes.ts';
import { listBody, sectionHead } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { serviceWords } from '#desk/sections/service/service-words.ts';
import { statementsApi } from '#desk/sections/statements/statements-api.ts';

type Customer = OrganisationList['organisations'][number];

/** The customers that a statement can be made for. */
export class DeskStatements extends SectionElement {
  #list = sectionList<Customer>(this, (after) =>
    statementsApi(this.scene.fetch, this.scene.vendor.key).customers(after),
  );

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words, vendor } = this.scene;
    const say = serviceWords(words.locale);
    return html`<div class="inner">
      ${sectionHead(words, 'statements', say('statements.lead'))}
      ${listBody(words, this.#list, {
        row: ({ id, name, region, contracts }: Customer) =>
          html`<a class="title" href=${sectionHref(vendor.key, 'statements', id)}>${name}</a>
            <span class="meta"
              >${say('statements.contracts', { count: contracts })}${region ? ` · ${region}` : ''}</span
            >`,
        empty: { icon: 'doc', fact: say('statements.empty'), more: say('statements.emptyMore') },
      })}
    </div>`;
  }
}
