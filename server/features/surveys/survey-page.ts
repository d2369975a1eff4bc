import { withCyrillic } from '#shared/i18n/cyrillic.ts';
import { html } from 'hono/html';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/survey/en.ts';
import { ru } from '#shared/i18n/survey/ru.ts';
import { uz } from '#shared/i18n/survey/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { SurveyQuestion } from '#shared/wire/surveys.ts';

const catalogs = withCyrillic({ en, ru, uz });
const words = (locale: Locale) => translator(locale, catalogs[locale]);
const scores = ['1', '2', '3', '4', '5'];

/** An answer that was not taken, and why. Words are not shown again: they may be what was wrong. */
export interface Refused {
  readonly why: 'missing' | 'secret';
  readonly solved?: string | undefined;
  readonly score?: string | undefined;
}

/** The questions of a survey as a form that works without a script. */
export function questionsPage(
  locale: Locale,
  name: string,
  questions: readonly SurveyQuestion[],
  refused?: Refused,
) {
  const say = words(locale);
  const parts = {
    solved: html`<fieldset>
      <legend>${say('solved')}</legend>
      <div class="answers">
        ${option('solved', 'yes', say('yes'), refused?.solved)}
        ${option('solved', 'no', say('no'), refused?.solved)}
      </div>
    </fieldset>`,
    score: html`<fieldset aria-describedby="score-hint">
      <legend>${say('score')}</legend>
      <div class="answers scores">
        ${scores.map((score) => option('score', score, score, refused?.score))}
      </div>
      <p class="aside" id="score-hint">${say('scoreHint')}</p>
    </fieldset>`,
    comment: html`<p class="words">
      <label for="comment">${say('comment')} <span class="aside">${say('optional')}</span></label>
      <textarea id="comment" name="comment" rows="4" maxlength="5000"></textarea>
    </p>`,
  };
  return frame(
    locale,
    say('title', { name }),
    html`<form class="questions" method="post">
      ${refused ? html`<p class="notice" role="alert">${say(refused.why)}</p>` : ''}
      ${questions.map((question) => parts[question])}
      <button class="button" type="submit">${say('send')}</button>
    </form>`,
  );
}

/** One answer to choose: a native control, as large as a finger. */
const option = (name: string, value: string, label: string, chosen: string | undefined) =>
  html`<label
    ><input
      type="radio"
      name="${name}"
      value="${value}"
      required
      ${chosen === value ? 'checked' : ''}
    /><span>${label}</span></label
  >`;

/** Asks whether surveys shall stop: a mail program that opens links must not decide it. */
export function stopPage(locale: Locale, name: string) {
  const say = words(locale);
  return frame(
    locale,
    say('stopTitle'),
    html`<p class="lead">${say('stopText', { name })}</p>
      <form class="questions" method="post">
        <button class="button" type="submit">${say('stop')}</button>
      </form>`,
  );
}

/** One sentence: thanks, answered before, stopped, or a link that leads nowhere. */
export function sentencePage(
  locale: Locale,
  name: string,
  key: 'thanks' | 'before' | 'stopped' | 'gone',
) {
  const say = words(locale);
  return frame(locale, say('title', { name }), html`<p class="lead" role="status">${say(key)}</p>`);
}

const frame = (locale: Locale, title: string, body: unknown) =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/policy/policy.css" />
      </head>
      <body>
        <div class="page">
          <main class="survey">
            <h1>${title}</h1>
            ${body}
          </main>
        </div>
      </body>
    </html>`;
