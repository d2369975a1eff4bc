import { html } from 'lit';
import { mapResult } from '#shared/result.ts';
import type { SurveyRepeat, WaveView } from '#shared/wire/surveys.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import { newsWords, type SayNews } from '#desk/sections/news/news-words.ts';
import { listBody, sectionHead, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { surveysApi } from '#desk/sections/surveys/surveys-api.ts';

const repeats = ['month', 'quarter', 'year'] as const satisfies readonly SurveyRepeat[];

/** Waves of surveys with their rate and score. */
export class DeskSurveys extends SectionElement {
  #list = sectionList<WaveView>(this, (after) => this.#api.waves(after));

  protected override begin() {
    this.#list.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = newsWords(words.locale);
    return html`<div class="inner">
        ${sectionHead(
          words,
          'surveys',
          say('waves.lead'),
          html`<button
            class="primary"
            type="button"
            @click=${() => this.form.open(planForm(say, this.#api))}
          >
            ${say('waves.plan')}
          </button>`,
        )}
        ${listBody(words, this.#list.state, {
          row: this.#row,
          empty: { icon: 'outbox', fact: say('waves.empty'), more: say('waves.emptyMore') },
          refresh: () => this.#list.refresh(),
          more: () => this.#list.more(),
        })}
      </div>
      <desk-section-form
        .words=${words}
        @desk-form-done=${() => this.#list.refresh()}
      ></desk-section-form>`;
  }

  #row = (wave: WaveView) => {
    const { locale } = this.scene.words;
    const say = newsWords(locale);
    const { samplePercent: percent, startsAt, sentAt, invited, answered, responseRate } = wave;
    const again = wave.repeats && say(`waves.repeats.${wave.repeats}`);
    const rate = responseRate === null ? null : Math.round(responseRate * 100);
    return html`<span class="title">${say('waves.title', { date: this.moment(startsAt) })}</span>
      <span class="meta figures"
        >${again ? say('waves.again', { percent, repeats: again }) : say('waves.of', { percent })} ·
        ${rate === null ? say('waves.none') : say('waves.rate', { answered, invited, percent: rate })}</span
      >
      <span class="side">
        ${
          sentAt === null
            ? tag('paused', 'clock', say('waves.planned', { time: this.moment(startsAt) }))
            : tag('met', 'check', say('waves.sent', { time: this.moment(sentAt) }))
        }
        ${tag('paused', 'note', scoreWords(say, wave, locale))}
      </span>`;
  };

  get #api() {
    return surveysApi(this.scene.fetch, this.scene.vendor.key);
  }
}

const scoreWords = (say: SayNews, { score }: WaveView, locale: string) =>
  score === null
    ? say('waves.noScore')
    : say('waves.score', {
        score: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(score),
      });

const planForm = (say: SayNews, api: ReturnType<typeof surveysApi>): FormSpec => ({
  title: say('waves.plan'),
  submit: say('waves.plan'),
  values: { sample: '20' },
  fields: () => [
    { kind: 'number', name: 'sample', label: say('waves.sample'), least: 1, most: 100 },
    { kind: 'moment', name: 'at', label: say('waves.starts'), optional: true },
    {
      kind: 'pick',
      name: 'repeats',
      label: say('waves.repeats'),
      optional: true,
      options: repeats.map((id) => ({ id, label: say(`waves.repeats.${id}`) })),
    },
  ],
  send: async ({ sample, at, repeats: again }, key) =>
    mapResult(
      await api.plan(
        {
          samplePercent: Number(sample),
          repeats: repeats.find((one) => one === again) ?? null,
          ...(at ? { startsAt: new Date(at).toISOString() } : {}),
        },
        key,
      ),
      () => null,
    ),
});
