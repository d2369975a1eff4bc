import { phpJson, type PhpMap } from '#server/demo/portal/php.ts';
import { refusalBody, type Refusal } from '#server/demo/portal/refusal.ts';

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
};

/** What every answer of a portal's REST API carries: any page may call it, with no header of its own but these. */
export const restHeaders = {
  ...headers,
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'origin, content-type, accept',
};

/** JSON as PHP writes it, or nothing where the refusal has no code. */
export function answerText(
  answer: { readonly status: number; readonly body: PhpMap } | Refusal,
  withHeaders: Readonly<Record<string, string>> = headers,
): Response {
  if ('body' in answer)
    return new Response(phpJson(answer.body), { status: answer.status, headers: withHeaders });
  const text = answer.error === '' ? '' : phpJson(refusalBody(answer));
  return new Response(text, { status: answer.status, headers: withHeaders });
}
