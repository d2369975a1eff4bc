import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { mapResult } from '#shared/result.ts';
import type { ColleagueList } from '#shared/wire/colleagues.ts';
import type { RotaView } from '#shared/wire/on-call.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { checksApi } from '#desk/sections/checks/checks-api.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import { listBody, sectionForm, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { serviceWords, type SayService } from '#desk/sections/service/service-words.ts';

type Shift = RotaView['shifts'][number];

/** Who is called for a critical incident in the next two weeks. */
export class DeskRota extends SectionElement {
  @state() private now: ReadonlySet<string> = new Set();

  #list = sectionList<Shift>(this, async () =>
    mapResult(await this.#api.rota(), ({ shifts, now }) => {
      this.now = new Set(now.map(({ id }) => id));
      return { rows: shifts, next: null };
    }),
  );

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = serviceWords(words.locale);
    return html`<div class="inner">
        <div class="head">
          <h2>${say('rota.title')}</h2>
          <button class="edged" type="button" @click=${this.#plan}>${say('rota.plan')}</button>
        </div>
        <p class="lead">${say('rota.lead')}</p>
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'bell', fact: say('rota.empty'), more: say('rota.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = (shift: Shift) => {
    const say = serviceWords(this.scene.words.locale);
    const span = { from: this.moment(shift.from), until: this.moment(shift.until) };
    return html`<span class="title">${shift.agent.name}</span>
      <span class="meta figures"
        >${say('rota.span', span)} · ${say('rota.place', { rank: shift.rank })}</span
      >
      <span class="side">
        ${this.now.has(shift.id) ? tag('met', 'bell', say('rota.now')) : nothing}
        <button
          class="edged"
          type="button"
          @click=${() => this.form.open(this.#cancelForm(say, shift, say('rota.span', span)))}
        >
          ${say('rota.cancel')}
        </button>
      </span>`;
  };

  #plan = async () => {
    const colleagues = await this.#api.colleagues();
    const rows = colleagues.ok ? colleagues.value.rows : [];
    await this.form.open(this.#planForm(serviceWords(this.scene.words.locale), rows));
  };

  #planForm(say: SayService, colleagues: ColleagueList['rows']): FormSpec {
    return {
      title: say('rota.plan'),
      submit: say('rota.plan'),
      values: { rank: '1' },
      fields: () => [
        {
          kind: 'pick',
          name: 'agent',
          label: say('rota.agent'),
          options: colleagues.map(({ id, name }) => ({ id, label: name })),
        },
        { kind: 'moment', name: 'from', label: say('rota.from') },
        { kind: 'moment', name: 'until', label: say('rota.until') },
        { kind: 'number', name: 'rank', label: say('rota.rank'), least: 1, most: 20 },
      ],
      send: async ({ agent, from = '', until = '', rank }, key) => {
        const shift = {
          agent,
          from: new Date(from).toISOString(),
          until: new Date(until).toISOString(),
          rank: Number(rank),
        };
        return mapResult(await this.#api.plan(shift, key), () => null);
      },
    };
  }

  #cancelForm(say: SayService, { id, agent }: Shift, span: string): FormSpec {
    return {
      title: say('rota.cancel'),
      submit: say('rota.cancel'),
      subject: `${agent.name}, ${span}`,
      note: say('rota.cancelNote'),
      fields: () => [],
      send: async () => mapResult(await this.#api.cancel(id), () => null),
    };
  }

  get #api() {
    return checksApi(this.scene.fetch, this.scene.vendor.key);
  }
}
