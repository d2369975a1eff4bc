import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { LookList } from '#shared/wire/watch.ts';
import { sectionList } from '#desk/controllers/section-list.ts';
import { checksApi } from '#desk/sections/checks/checks-api.ts';
import { listBody, tag } from '#desk/sections/parts.ts';
import { SectionElement } from '#desk/sections/section-element.ts';
import { serviceWords, type SayService } from '#desk/sections/service/service-words.ts';
import { reasonIn } from '#desk/text/reason-in.ts';
import type { Words } from '#desk/text/words.ts';

type Look = LookList['rows'][number];

/** The looks of one check. */
export class DeskLooks extends SectionElement {
  @property() check = '';

  #looks = sectionList<Look>(this, (after) =>
    checksApi(this.scene.fetch, this.scene.vendor.key).looks(this.check, after),
  );

  protected override begin() {
    this.#looks.restart();
  }

  override render() {
    const { words } = this.scene;
    const say = serviceWords(words.locale);
    return html`<p class="meta">${say('looks.lead')}</p>
      ${listBody(words, this.#looks, {
        row: (look) =>
          html`<span class="figures">${this.moment(look.askedAt)}</span>
            <span class="side">${outcome(words, say, look)}</span>`,
        empty: { icon: 'eye', fact: say('looks.empty'), more: '' },
      })}`;
  }
}

function outcome(words: Words, say: SayService, look: Look) {
  switch (look.outcome) {
    case 'reachable':
      return tag('met', 'check', say('looks.answered', { status: look.status ?? '' }));
    case 'unreachable':
      return tag(
        'late',
        'alert',
        say('looks.unreachable', { reason: reasonIn(words, look.reason ?? '') }),
      );
    case 'refused':
      if (look.reason === 'held') return tag('paused', 'clock', say('looks.held'));
      return tag('late', 'alert', say('looks.refused'));
    case null:
      return tag('paused', 'clock', say('looks.running'));
  }
}
