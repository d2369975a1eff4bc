import { LitElement, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { datedMoment } from '#shared/time.ts';
import type { DeskSectionForm } from '#desk/sections/desk-section-form.ts';
import { backLinkStyles } from '#desk/sections/back-link.styles.ts';
import { sectionStyles } from '#desk/sections/section.styles.ts';
import type { SectionScene } from '#desk/sections/section.ts';
import { base, controls } from '#desk/styles/base.styles.ts';

/** What the pages of all sections share: where they stand, one form, the reader's time. */
export abstract class SectionElement extends LitElement {
  static override styles = [base, controls, backLinkStyles, sectionStyles];

  @property({ attribute: false }) scene!: SectionScene;
  /** The one dialog of the page. */
  @query('desk-section-form') protected form!: DeskSectionForm;

  /** Another vendor or another item is shown: everything known is of something else. */
  protected abstract begin(): void;

  override willUpdate(changed: PropertyValues<this>) {
    const before: SectionScene | undefined = changed.get('scene');
    if (!changed.has('scene')) return;
    const { vendor, item } = this.scene;
    if (before?.vendor.key !== vendor.key || before.item !== item) this.begin();
  }

  /** An instant of the wire in the reader's zone. */
  protected moment(instant: string): string {
    const { words, readerZone } = this.scene;
    return datedMoment(words.locale, readerZone, Date.parse(instant), Date.now());
  }
}
