import { defineWidget } from '#widget/define.ts';

/** The npm entry: importing it registers `<reglament-widget>`. */
export { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
export type {
  Identity,
  Prefill,
  RecordWish,
  TakeBack,
  WidgetAttributes,
  WidgetEventMap,
  WidgetEventName,
  WidgetEvents,
  WidgetHandle,
  WidgetProperties,
  WidgetVerbs,
} from '#widget/handle.ts';

defineWidget();
