/** `<reglament-widget>` in Vue templates: `"types": ["reglament/vue"]` in the tsconfig. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type {
  ReglamentWidget,
  WidgetAttributes,
  WidgetEventMap,
  WidgetProperties,
} from 'reglament';

type Emits = { [Type in keyof WidgetEventMap]: (event: WidgetEventMap[Type]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'reglament-widget': new () => ReglamentWidget & {
      /** @deprecated for the type checker of templates only */
      $props: HTMLAttributes & WidgetAttributes & Partial<WidgetProperties> & PublicProps;
      /** @deprecated for the type checker of templates only */
      $emit: EmitFn<Emits>;
    };
  }
}
