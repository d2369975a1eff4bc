import { html, nothing, type TemplateResult } from 'lit';
import type { Api } from '#widget/api/client.ts';
import type { Conversation } from '#widget/controllers/conversation.ts';
import type { OwnActsWords } from '#widget/own-acts-words.ts';
import type { Ui } from '#widget/words.ts';

/** What is asked again just now, or what the request lacked, is written: nothing else is. */
export type Confirming = 'nothing' | 'act' | 'completion';

export interface ThreadActs {
  readonly ui: Ui;
  readonly words: OwnActsWords;
  readonly talk: Conversation;
  readonly api: Pick<Api, 'read' | 'upload'>;
  readonly confirming: Confirming;
  readonly acted: () => void;
  readonly asks: (what: Confirming) => void;
}

/** What a person can do under a conversation besides writing. */
export function threadActs(acts: ThreadActs): TemplateResult | typeof nothing {
  const { ui, words, talk, api, confirming, acted, asks } = acts;
  if (!talk.thread) return nothing;
  return html`<rg-access
      .ui=${ui}
      .words=${words}
      .thread=${talk.thread}
      .read=${api.read}
      .left=${talk.hasLeft}
    ></rg-access>
    <rg-reopening
      .ui=${ui}
      .words=${words}
      .talk=${talk}
      .api=${api}
      @rg-acted=${acted}
      @rg-confirming=${({ detail }: CustomEvent<boolean>) => asks(detail ? 'completion' : 'nothing')}
    ></rg-reopening>
    <rg-own-acts
      ?hidden=${confirming === 'completion'}
      .ui=${ui}
      .words=${words}
      .talk=${talk}
      @rg-acted=${acted}
      @rg-confirming=${({ detail }: CustomEvent<boolean>) => asks(detail ? 'act' : 'nothing')}
    ></rg-own-acts>`;
}
