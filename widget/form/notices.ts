import { html, nothing, type TemplateResult } from 'lit';
import type { Notice } from '#shared/wire/decision.ts';
import { clauseLink, phrase, type Ui, type WidgetKey } from '#widget/words.ts';

const nextSteps = [
  'sign_in',
  'write_to_channel',
  'ask_for_contract',
  'renew',
  'try_later',
  'turn_to_vendor',
  'complete_request',
];

/** Where to go instead: a link, or plain words where there is no address. Unknown codes stay silent. */
export function nextStepLink(
  ui: Ui,
  step: { readonly code: string; readonly href?: string | undefined } | undefined,
) {
  if (!step || !nextSteps.includes(step.code)) return nothing;
  const text = ui.words.t(`nextStep.${step.code}` as WidgetKey);
  return step.href
    ? html`. <a class="link" href=${step.href} target="_blank" rel="noreferrer">${text}</a>`
    : html`. ${text}.`;
}

/** Those that other parts of the panel say. */
const saidElsewhere = [
  'no_resolution_term',
  'missing_asked',
  'bridge_mail',
  'bridge_chat',
] as const;

type SaidHere = Exclude<Notice['code'], (typeof saidElsewhere)[number]>;

const isSaidHere = (notice: Notice): notice is Notice & { readonly code: SaidHere } =>
  !(saidElsewhere as readonly string[]).includes(notice.code);

/** What the regulation wants known before sending. */
export const noticeBoxes = (ui: Ui): TemplateResult[] =>
  ui.config.notices.filter(isSaidHere).map(
    ({ code, clause, nextStep }) =>
      html`<div class="notice">
        <rg-icon name="info"></rg-icon>
        <p>
          ${phrase(ui.words.t(`notice.${code}`), { clause: clauseLink(ui, clause) })}${nextStepLink(
            ui,
            nextStep,
          )}
        </p>
      </div>`,
  );
