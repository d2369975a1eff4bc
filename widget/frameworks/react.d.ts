/** `<reglament-widget>` in JSX, for React 18 and 19: `"types": ["reglament/react"]` in the tsconfig. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  ReglamentWidget,
  WidgetAttributes,
  WidgetEventMap,
  WidgetProperties,
} from 'reglament';

type Listeners = {
  [Type in keyof WidgetEventMap as `on${Type}`]?: (event: WidgetEventMap[Type]) => void;
};

/** Attributes in both; properties and listeners where React sets them on an element, from 19 on. */
type WidgetProps = DetailedHTMLProps<HTMLAttributes<ReglamentWidget>, ReglamentWidget> &
  WidgetAttributes &
  Partial<WidgetProperties> &
  Listeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'reglament-widget': WidgetProps;
    }
  }
}
