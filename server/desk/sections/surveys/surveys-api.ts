import { mapResult } from '#shared/result.ts';
import type { Language } from '#shared/vocabulary.ts';
import type { ColleagueList } from '#shared/wire/colleagues.ts';
import type { IdeaList } from '#shared/wire/ideas.ts';
import type { FormChoices } from '#shared/wire/form-choices.ts';
import type { SurveyCommentList, WaveBody, WaveList, WaveView } from '#shared/wire/surveys.ts';
import type { TicketName } from '#shared/wire/ticket-name.ts';
import { posting, requestJson, type Fetch } from '#desk/api/request.ts';
import { vendorPath } from '#desk/sections/vendor-path.ts';

/** What the section of surveys and proposals asks of the server. */
export function surveysApi(fetch: Fetch, vendor: string) {
  const ask = <Value>(rest: string, query?: Readonly<Record<string, string | undefined>>) =>
    requestJson<Value>(fetch, vendorPath(vendor, rest, query));
  const tell = (idea: string, what: 'owner' | 'target', body: object) =>
    requestJson<void>(
      fetch,
      vendorPath(vendor, `/feedback/${encodeURIComponent(idea)}/${what}`),
      posting(body),
    );
  return {
    waves: (after?: string) => ask<WaveList>('/survey-waves', { after }),
    plan: (body: WaveBody, key: string) =>
      requestJson<{ readonly id: string }>(
        fetch,
        vendorPath(vendor, '/survey-waves'),
        posting(body, { 'idempotency-key': key }),
      ),
    end: (wave: string) =>
      requestJson<WaveView>(
        fetch,
        vendorPath(vendor, `/survey-waves/${encodeURIComponent(wave)}/acts`),
        posting({ act: 'end' }),
      ),
    ideas: async (locale: Language, after?: string) =>
      mapResult(await ask<IdeaList>('/feedback', { locale, after }), ({ ideas, next }) => ({
        rows: ideas.map((idea) => ({ ...idea, id: idea.ticket.id })),
        next,
      })),
    comments: async (after?: string) =>
      mapResult(
        await ask<SurveyCommentList>('/survey-comments', { after }),
        ({ comments, next }) => ({
          rows: comments,
          next,
        }),
      ),
    choices: (locale: Language) => ask<FormChoices>('/choices', { locale }),
    /** Again is the same ticket. */
    handOn: (comment: string, category: string) =>
      requestJson<TicketName>(
        fetch,
        vendorPath(vendor, `/survey-comments/${encodeURIComponent(comment)}/ticket`),
        posting({ category }),
      ),
    colleagues: () => ask<ColleagueList>('/agents'),
    name: (idea: string, agent: string) => tell(idea, 'owner', { agent }),
    aim: (idea: string, target: string) => tell(idea, 'target', { target }),
  };
}
