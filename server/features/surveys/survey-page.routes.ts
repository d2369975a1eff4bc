import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Deps } from '#server/deps.ts';
import {
  answerSurvey,
  findAnySurvey,
  findSurvey,
  stopSurveys,
} from '#server/features/surveys/answer-survey.ts';
import type { OnAnswer, OpenSurvey } from '#server/features/surveys/answer-survey.ts';
import { readForm } from '#server/features/surveys/read-form.ts';
import {
  questionsPage,
  sentencePage,
  stopPage,
  type Refused,
} from '#server/features/surveys/survey-page.ts';
import { problemResponse } from '#server/http/problem-reply.ts';

const limitBytes = 64_000;
const tooLarge = bodyLimit({
  maxSize: limitBytes,
  onError: () => problemResponse({ code: 'request.too_large', params: { limitBytes } }),
});

/** The pages behind a survey's link: whoever has it may answer once, without signing in. */
export function surveyPageRoutes(deps: Deps, onAnswer?: OnAnswer): Hono {
  const app = new Hono();
  app.use('/survey/*', async (c, next) => {
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    await next();
  });
  const nameFor = ({ survey, locale }: OpenSurvey) =>
    deps.policies.inForce(survey.tenantId, deps.now())?.pack.name[locale] ?? survey.tenantId;
  const gone = (c: Context) => c.html(sentencePage('ru', '', 'gone'), 404);

  app.get('/survey/', (c) => gone(c));
  app.get('/survey/:token', async (c) => {
    const found = await findSurvey(deps, c.req.param('token'));
    if (!found) return gone(c);
    const { locale, survey, answered } = found;
    const name = nameFor(found);
    return c.html(
      answered
        ? sentencePage(locale, name, 'before')
        : questionsPage(locale, name, survey.questions),
    );
  });
  app.post('/survey/:token', tooLarge, async (c) => {
    const token = c.req.param('token');
    const found = await findSurvey(deps, token);
    if (!found) return gone(c);
    const name = nameFor(found);
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const again = (why: Refused['why']) =>
      c.html(
        questionsPage(found.locale, name, found.survey.questions, {
          why,
          solved: form['solved'],
          score: form['score'],
        }),
        422,
      );
    const given = readForm(form, found.survey.questions);
    if (!given) return again('missing');
    const stored = await answerSurvey(deps, token, given, onAnswer);
    if (stored === 'not_taken') return again('secret');
    return c.html(sentencePage(found.locale, name, stored === 'stored' ? 'thanks' : 'before'));
  });
  app.get('/survey/:token/stop', async (c) => {
    const found = await findAnySurvey(deps, c.req.param('token'));
    return found ? c.html(stopPage(found.locale, nameFor(found))) : gone(c);
  });
  app.post('/survey/:token/stop', tooLarge, async (c) => {
    const token = c.req.param('token');
    const found = await findAnySurvey(deps, token);
    if (!found || !(await stopSurveys(deps, token))) return gone(c);
    return c.html(sentencePage(found.locale, nameFor(found), 'stopped'));
  });
  return app;
}
