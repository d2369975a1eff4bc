import { html, type TemplateResult } from 'lit';
import type { Draft } from '#widget/controllers/draft.ts';
import type { ReadPages } from '#widget/controllers/own-list.ts';
import type { Panel } from '#widget/controllers/panel.ts';
import type { Ui } from '#widget/words.ts';

type Detail<Value> = CustomEvent<Value>;

/** What stands under the header once something was sent: receipt, list, conversation; fetched with their elements. */
export function laterScreen(ui: Ui, panel: Panel, close: () => void): TemplateResult {
  if (panel.screen === 'form') return receiptScreen(ui, panel, close);
  return panel.screen === 'list' ? listScreen(ui, panel) : threadScreen(ui, panel);
}

function receiptScreen(ui: Ui, panel: Panel, close: () => void): TemplateResult {
  const { submission, api } = panel.session;
  if (submission.phase !== 'delivered') return html``;
  const { receipt, lost } = submission;
  const go = ({ detail }: Detail<'list' | 'thread' | 'close'>) => {
    if (detail === 'thread') return void panel.openThread(receipt.id);
    panel.go(detail === 'list' ? 'list' : 'form');
    if (detail === 'close') close();
  };
  return html`<rg-receipt
    .ui=${ui}
    .receipt=${receipt}
    .read=${api.read}
    .lost=${lost}
    @rg-go=${go}
  ></rg-receipt>`;
}

function listScreen(ui: Ui, panel: Panel): TemplateResult {
  const { own } = panel;
  return html`<rg-promise .ui=${ui} brief></rg-promise>
    <rg-list
      .ui=${ui}
      .tickets=${own.tickets}
      .failed=${own.failure !== undefined}
      .next=${own.next}
      .read=${panel.api.read}
      @rg-withdrawn=${() => panel.refresh()}
      @rg-open=${({ detail }: Detail<string>) => panel.openThread(detail)}
      @rg-new=${() => panel.go('form')}
      @rg-retry=${({ detail }: Detail<ReadPages>) => own.load(detail)}
    ></rg-list>`;
}

function threadScreen(ui: Ui, panel: Panel): TemplateResult {
  const { session, api, refusal, talk } = panel;
  if (!talk) return html`<rg-skeleton rows="3"></rg-skeleton>`;
  return html`<rg-thread
    .ui=${ui}
    .talk=${talk}
    .capturing=${session.capturing}
    .refusal=${refusal}
    .api=${api}
    .fetchFile=${api.file}
    @rg-retry=${() => talk.refresh()}
    @rg-linked=${({ detail: linkedTo }: Detail<Draft['linkedTo']>) => {
      session.write({ ...session.draft, linkedTo });
      panel.go('form');
    }}
    @rg-files=${({ detail }: Detail<File[]>) =>
      talk.reply && session.addFiles(talk.reply.shelf, detail)}
    @rg-capture=${() => talk.reply && session.capture(talk.reply.shelf)}
  ></rg-thread>`;
}
