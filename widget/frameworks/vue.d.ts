/** `<reglament-widget>` in Vue templates: `"types": ["reglament/vue"]` in the tsconfig. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type {
  ReglamentWidget,
  WidgetAttributes,
  WidgetEventMap,
  WidgetProperties,
} from 'reglament';

type Emits = { [Type in keyof WidgetEventMap]: (event: WidgetEventMap[Type]) => void };

/** Vue's compiler reads `widget-key` in a template as `widgetKey`. */
type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;
type Attributes = {
  [Name in keyof WidgetAttributes as Name | Camel<Name>]: WidgetAttributes[Name];
};

declare module 'vue' {
  interface GlobalComponents {
    'reglament-widget': new () => ReglamentWidget & {
      /** @deprecated for the type checker of templates only */
      $props: HTMLAttributes & Attributes & Partial<WidgetProperties> & PublicProps;
      /** @deprecated for the type checker of templates only */
      $emit: EmitFn<Emits>;
    };
  }
}
