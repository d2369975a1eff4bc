import { html, nothing, type TemplateResult } from 'lit';
import { ownZone } from '#shared/time.ts';
import type { CaptureContext } from '#shared/wire/capture.ts';
import type { Language } from '#widget/controllers/language.ts';
import type { Panel } from '#widget/controllers/panel.ts';
import { channelList, closedDoor } from '#widget/form/closed-door.ts';
import type { Ui, Words } from '#widget/words.ts';

type Detail<Value> = CustomEvent<Value>;

function title({ t }: Words, { screen, session, talk }: Panel): string {
  if (screen === 'list') return t('panel.mine');
  if (screen === 'thread') return talk?.thread?.number ?? '';
  const state = session.submission;
  if (state.phase !== 'delivered') return t('panel.new');
  return t(state.receipt.bridge ? 'panel.prepared' : 'panel.sent');
}

/** Title, the way to own requests and back, close where there is something to close. */
export function panelHeader(
  words: Words,
  panel: Panel,
  ready: boolean,
  close?: () => void,
): TemplateResult {
  const { t } = words;
  const { screen, own, session, talk } = panel;
  const unread = own.unread();
  const delivered = session.submission.phase === 'delivered';
  return html`<div part="header" class="header ${screen === 'thread' ? 'with-back' : ''}">
    ${
      screen === 'thread'
        ? html`<button
            type="button"
            class="icon-button"
            title=${t('panel.back')}
            aria-label=${t('panel.back')}
            @click=${() => panel.go('list')}
          >
            <rg-icon name="back"></rg-icon>
          </button>`
        : nothing
    }
    <h2 id="title" tabindex="-1">${title(words, panel)}</h2>
    ${screen === 'thread' && ready && talk?.thread ? html`<rg-status .words=${words} .status=${talk.thread.status}></rg-status>` : nothing}
    ${
      screen === 'form' && (unread > 0 || !delivered)
        ? html`<button type="button" class="quiet mine" @click=${() => panel.go('list')}>
            <rg-icon name="list"></rg-icon>${t('panel.mineShort')}${
              unread > 0
                ? html`<span class="badge" aria-label=${t('panel.unread', { count: unread })}
                    >${unread}</span
                  >`
                : nothing
            }
          </button>`
        : nothing
    }
    ${
      screen === 'list' && ready
        ? html`<button type="button" class="button" @click=${() => panel.go('form')}>
            <rg-icon name="plus"></rg-icon>${t('list.new')}
          </button>`
        : nothing
    }
    ${
      close
        ? html`<button
            type="button"
            class="icon-button"
            title=${t('panel.close')}
            aria-label=${t('panel.close')}
            @click=${close}
          >
            <rg-icon name="close"></rg-icon>
          </button>`
        : nothing
    }
  </div>`;
}

/** While there is no configuration: quiet lines, then what failed and that the draft is safe. */
function withoutConfig({ t }: Words, panel: Panel): TemplateResult {
  if (!panel.session.configFailure) return html`<rg-skeleton></rg-skeleton>`;
  return html`<div class="state" role="alert">
    <rg-icon name="alert"></rg-icon>
    <div>
      <p><strong>${t('panel.loadFailed')}</strong></p>
      <p class="note">${panel.refusal || t('panel.loadFailedNote')}</p>
      <button type="button" class="link" @click=${() => panel.refresh()}>
        ${t('panel.retry')}
      </button>
    </div>
  </div>`;
}

function formScreen(ui: Ui, { session, refusal }: Panel): TemplateResult {
  const closed = closedDoor(ui.config);
  return html`<rg-news .ui=${ui}></rg-news><rg-promise .ui=${ui}></rg-promise> ${
      closed
        ? channelList(ui, closed)
        : html`<rg-form
            .ui=${ui}
            .session=${session}
            .refusal=${refusal}
            @rg-send=${({ detail }: Detail<CaptureContext>) => session.send(ui.words.locale, detail)}
            @rg-files=${({ detail }: Detail<File[]>) => session.addFiles(session.shelf, detail)}
            @rg-capture=${() => session.capture(session.shelf)}
          ></rg-form>`
    }`;
}

/** The open screen under the header. @param launcherLabel word on what opens it; empty where nothing shows a mark */
export function panelScreen(
  words: Words,
  panel: Panel,
  language: Language,
  launcherLabel: string,
  close: () => void,
): TemplateResult {
  const { config } = panel.session;
  if (!config) return withoutConfig(words, panel);
  const ui: Ui = {
    words,
    config,
    readerZone: ownZone(),
    now: panel.session.now(),
    launcherLabel,
  };
  const state = panel.session.submission;
  const delivered = state.phase === 'delivered';
  const form = panel.screen === 'form' && !delivered;
  if (!form || state.phase !== 'writing' || config.news.length > 0) void language.loadFollowUp();
  if (form) return formScreen(ui, panel);
  if (language.later) return language.later(ui, panel, close);
  return html`${
      delivered
        ? html`<p class="delivered">
            ${words.t('panel.delivered', { number: state.receipt.number })}
          </p>`
        : nothing
    }<rg-skeleton></rg-skeleton>`;
}
