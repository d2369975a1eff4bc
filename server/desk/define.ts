import { RgClause } from '#widget/elements/rg-clause.ts';
import { RgRuler } from '#widget/elements/rg-ruler.ts';
import { DeskActDialog } from '#desk/elements/desk-act-dialog.ts';
import { DeskActMenu } from '#desk/elements/desk-act-menu.ts';
import { DeskApp } from '#desk/elements/desk-app.ts';
import { DeskArrival } from '#desk/elements/desk-arrival.ts';
import { DeskArticlePicker } from '#desk/elements/desk-article-picker.ts';
import { DeskBeside } from '#desk/elements/desk-beside.ts';
import { DeskCalls } from '#desk/elements/desk-calls.ts';
import { DeskClockChip } from '#desk/elements/desk-clock-chip.ts';
import { DeskComposer } from '#desk/elements/desk-composer.ts';
import { DeskContext } from '#desk/elements/desk-context.ts';
import { DeskKeys } from '#desk/elements/desk-keys.ts';
import { DeskLife } from '#desk/elements/desk-life.ts';
import { DeskLightbox } from '#desk/elements/desk-lightbox.ts';
import { DeskOutbox } from '#desk/elements/desk-outbox.ts';
import { DeskPerson } from '#desk/elements/desk-person.ts';
import { DeskCode } from '#desk/elements/desk-code.ts';
import { DeskQueue } from '#desk/elements/desk-queue.ts';
import { DeskRail } from '#desk/elements/desk-rail.ts';
import { DeskPointer } from '#desk/elements/desk-pointer.ts';
import { DeskSideDialog } from '#desk/elements/desk-side-dialog.ts';
import { DeskSignIn } from '#desk/elements/desk-sign-in.ts';
import { DeskSplitter } from '#desk/elements/desk-splitter.ts';
import { DeskState } from '#desk/elements/desk-state.ts';
import { DeskTicket } from '#desk/elements/desk-ticket.ts';
import { DeskTimeline } from '#desk/elements/desk-timeline.ts';
import { DeskViews } from '#desk/elements/desk-views.ts';
import { DeskWorkplace } from '#desk/elements/desk-workplace.ts';
import { DeskSectionForm } from '#desk/sections/desk-section-form.ts';
import { DeskSections } from '#desk/sections/desk-sections.ts';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'rg-clause': RgClause,
  'rg-ruler': RgRuler,
  'desk-act-dialog': DeskActDialog,
  'desk-act-menu': DeskActMenu,
  'desk-arrival': DeskArrival,
  'desk-article-picker': DeskArticlePicker,
  'desk-beside': DeskBeside,
  'desk-calls': DeskCalls,
  'desk-clock-chip': DeskClockChip,
  'desk-composer': DeskComposer,
  'desk-context': DeskContext,
  'desk-keys': DeskKeys,
  'desk-life': DeskLife,
  'desk-lightbox': DeskLightbox,
  'desk-outbox': DeskOutbox,
  'desk-person': DeskPerson,
  'desk-code': DeskCode,
  'desk-queue': DeskQueue,
  'desk-rail': DeskRail,
  'desk-section-form': DeskSectionForm,
  'desk-sections': DeskSections,
  'desk-pointer': DeskPointer,
  'desk-side-dialog': DeskSideDialog,
  'desk-sign-in': DeskSignIn,
  'desk-splitter': DeskSplitter,
  'desk-state': DeskState,
  'desk-ticket': DeskTicket,
  'desk-timeline': DeskTimeline,
  'desk-views': DeskViews,
  'desk-workplace': DeskWorkplace,
  'desk-app': DeskApp,
};

/** Registers every element of the page; the page's own comes last, when its parts are known. */
export function defineDesk(): void {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
}
