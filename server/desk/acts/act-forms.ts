import type { TicketActBody, TicketActKind } from '#shared/wire/ticket-act.ts';
import type { Finding } from '#shared/vocabulary.ts';

/** What a form of an act asks for. */
export type FormField =
  | 'reason'
  | 'cause'
  | 'target'
  | 'why'
  | 'eta'
  | 'on'
  | 'version'
  | 'ref'
  | 'finding'
  | 'outcome'
  | 'solved'
  | 'score'
  | 'answer'
  | 'held'
  | 'other'
  | 'complaint'
  | 'words';

/** What has been filled in so far, as the fields hold it. */
export type FormValues = Readonly<Partial<Record<FormField, string>>>;

/** Acts that are asked for more before they are done, with their fields from top to bottom. */
export const actForms = {
  diagnose: ['finding', 'cause'],
  escalate: ['target', 'why', 'eta', 'words'],
  inform: ['eta', 'words'],
  plan_release: ['on', 'version', 'words'],
  ship_release: ['version'],
  defer: ['reason', 'words'],
  refuse: ['reason', 'words'],
  refer: ['cause', 'words'],
  hand_over: ['target', 'ref', 'words'],
  decline: ['words'],
  settle: ['outcome', 'words'],
  resolve: ['answer', 'held', 'words'],
  answer_follow_up: ['solved', 'score'],
  appeal: ['complaint'],
  hear_appeal: ['words'],
  merge: ['other'],
  link: ['other'],
  mark_spam: [],
} as const satisfies Partial<Record<TicketActKind, readonly FormField[]>>;
export type FormAct = keyof typeof actForms;

/** Acts done by one press. */
export type PressAct = Exclude<
  TicketActKind,
  FormAct | 'set_severity' | 'assign' | 'confirm_arrival'
>;

export const hasForm = (act: TicketActKind): act is FormAct => act in actForms;

/**
 * The act as it is sent; what was left empty is left out.
 *
 * @param needs what the picked kind of answer points at
 */
export function bodyOfForm(
  act: FormAct,
  values: FormValues,
  needs: 'version' | 'update' | 'date' | 'workaround' | 'article' | null,
): TicketActBody {
  const of = (field: FormField) => values[field]?.trim() ?? '';
  const given = (name: string, value: string) => (value ? { [name]: value } : {});
  const said = given('text', of('words'));
  const eta = values.eta ? { eta: new Date(values.eta).toISOString() } : {};
  switch (act) {
    case 'diagnose':
      return { act, finding: of('finding') as Finding, ...given('cause', of('cause')) };
    case 'escalate':
      return { act, to: of('target'), reason: of('why'), ...eta, ...said };
    case 'inform':
      return { act, ...eta, ...said };
    case 'plan_release':
      return { act, on: of('on'), ...given('version', of('version')), ...said };
    case 'ship_release':
      return { act, version: of('version') };
    case 'defer':
    case 'refuse':
      return { act, reason: of('reason'), ...said };
    case 'refer':
      return { act, cause: of('cause'), ...said };
    case 'hand_over':
      return { act, to: of('target') || 'development', ...given('ref', of('ref')), ...said };
    case 'settle':
      return { act, outcome: of('outcome') === 'done' ? 'done' : 'noted', ...said };
    case 'resolve': {
      const kind = of('answer');
      const holds = needs ? given(needs, of('held')) : {};
      return { act, ...(kind ? { answer: { kind, holds } } : {}), ...said };
    }
    case 'answer_follow_up':
      return {
        act,
        ...(of('solved') ? { solved: of('solved') === 'yes' } : {}),
        ...(of('score') ? { score: Number(of('score')) } : {}),
      };
    case 'appeal':
      return { act, ...given('text', of('complaint')) };
    case 'decline':
    case 'hear_appeal':
      return { act, ...said };
    case 'merge':
      return { act, into: of('other') };
    case 'link':
      return { act, to: of('other') };
    case 'mark_spam':
      return { act };
  }
}
