import { html, nothing } from 'lit';
import { mapResult } from '#shared/result.ts';
import type { SurveyRepeat, WaveView } from '#shared/wire/surveys.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import type { FormSpec } from '#desk/sections/form-spec.ts';
import { newsWords, type SayNews } from '#desk/sections/news/news-words.ts';
import { listBody, primaryAct, sectionForm, sectionHead, tag } from '#desk/sections/parts.ts';
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
          primaryAct(say('waves.plan'), () => this.form.open(planForm(say, this.#api))),
        )}
        ${listBody(words, this.#list, {
          row: this.#row,
          empty: { icon: 'outbox', fact: say('waves.empty'), more: say('waves.emptyMore') },
        })}
      </div>
      ${sectionForm(words, () => this.#list.refresh())}`;
  }

  #row = (wave: WaveView) => {
    const { locale } = this.scene.words;
    const say = newsWords(locale);
    const { samplePercent: percent, startsAt, invited, answered, responseRate } = wave;
    const again = wave.repeats && say(`waves.repeats.${wave.repeats}`);
    const rate = responseRate === null ? null : Math.round(responseRate * 100);
    return html`<span class="title">${say('waves.title', { date: this.moment(startsAt) })}</span>
      <span class="meta figures"
        >${again ? say('waves.again', { percent, repeats: again }) : say('waves.of', { percent })} ·
        ${rate === null ? say('waves.none') : say('waves.rate', { answered, invited, percent: rate })}</span
      >
      <span class="side">
        ${this.#state(say, wave)} ${tag('paused', 'note', scoreWords(say, wave, locale))}
        ${isToCome(wave) ? this.#stop(say, wave) : nothing}
      </span>`;
  };

  #state(say: SayNews, { startsAt, sentAt, endedAt }: WaveView) {
    if (endedAt !== null)
      return tag('paused', 'close', say('waves.ended', { time: this.moment(endedAt) }));
    return sentAt === null
      ? tag('paused', 'clock', say('waves.planned', { time: this.moment(startsAt) }))
      : tag('met', 'check', say('waves.sent', { time: this.moment(sentAt) }));
  }

  #stop(say: SayNews, wave: WaveView) {
    const subject = say('waves.title', { date: this.moment(wave.startsAt) });
    const ask = () => this.form.open(endForm(say, this.#api, wave, subject));
    return html`<button class="edged" type="button" @click=${ask}>${say('waves.end')}</button>`;
  }

  get #api() {
    return surveysApi(this.scene.fetch, this.scene.vendor.key);
  }
}

const isToCome = ({ sentAt, endedAt }: WaveView): boolean => sentAt === null && endedAt === null;

const scoreWords = (say: SayNews, { score }: WaveView, locale: string) =>
  score === null
    ? say('waves.noScore')
    : say('waves.score', {
        score: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(score),
      });

/** Asks once more before a wave is stopped. @param subject its title */
const endForm = (
  say: SayNews,
  api: ReturnType<typeof surveysApi>,
  { id }: WaveView,
  subject: string,
): FormSpec => ({
  title: say('waves.end'),
  submit: say('waves.end'),
  subject,
  note: say('waves.endNote'),
  fields: () => [],
  send: async () => mapResult(await api.end(id), () => null),
});

const planForm = (say: SayNews, api: ReturnType<typeof surveysApi>): FormSpec => ({
  title: say('waves.plan'),
  submit: say('waves.plan'),
  values: { sample: '20' },
  fields: () => [
    {
      kind: 'number',
      name: 'sample',
      label: say('waves.sample'),
      paths: ['samplePercent'],
      least: 1,
      most: 100,
    },
    {
      kind: 'moment',
      name: 'at',
      label: say('news.at'),
      paths: ['startsAt'],
      optional: true,
      ifEmpty: say('news.atOnce'),
    },
    {
      kind: 'pick',
      name: 'repeats',
      label: say('waves.repeats'),
      optional: true,
      ifEmpty: say('waves.once'),
      options: repeats.map((id) => ({
        id,
        label: say('waves.every', { repeats: say(`waves.repeats.${id}`) }),
      })),
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
