import { html } from 'hono/html';
import { translator } from '#shared/i18n/catalog.ts';
import { en } from '#shared/i18n/survey/en.ts';
import { ru } from '#shared/i18n/survey/ru.ts';
import { uz } from '#shared/i18n/survey/uz.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { SurveyQuestion } from '#shared/wire/surveys.ts';

const catalogs = { en, ru, uz };
const words = (locale: Locale) => translator(locale, catalogs[locale]);
const scores = [1, 2, 3, 4, 5];

/** The questions of a survey as a form that works without a script. */
export function questionsPage(locale: Locale, name: string, questions: readonly SurveyQuestion[]) {
  const say = words(locale);
  const parts = {
    solved: html`<fieldset>
      <legend>${say('solved')}</legend>
      <label><input type="radio" name="solved" value="yes" required /> ${say('yes')}</label>
      <label><input type="radio" name="solved" value="no" /> ${say('no')}</label>
    </fieldset>`,
    score: html`<fieldset>
      <legend>${say('score')}</legend>
      <p>${say('scoreHint')}</p>
      ${scores.map(
        (score) =>
          html`<label
            ><input type="radio" name="score" value="${score}" required /> ${score}</label
          >`,
      )}
    </fieldset>`,
    comment: html`<p>
      <label
        >${say('comment')}<br /><textarea name="comment" rows="5" maxlength="5000"></textarea>
      </label>
    </p>`,
  };
  return frame(
    locale,
    say('title', { name }),
    html`<form method="post">
      ${questions.map((question) => parts[question])}
      <button type="submit">${say('send')}</button>
    </form>`,
  );
}

/** Asks whether surveys shall stop: a mail program that opens links must not decide it. */
export function stopPage(locale: Locale, name: string) {
  const say = words(locale);
  return frame(
    locale,
    say('stopTitle'),
    html`<p>${say('stopText', { name })}</p>
      <form method="post"><button type="submit">${say('stop')}</button></form>`,
  );
}

/** One sentence: thanks, answered before, stopped, or a link that leads nowhere. */
export function sentencePage(
  locale: Locale,
  name: string,
  key: 'thanks' | 'before' | 'stopped' | 'gone',
) {
  const say = words(locale);
  return frame(locale, say('title', { name }), html`<p role="status">${say(key)}</p>`);
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
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
        </div>
      </body>
    </html>`;
