import { defineWidget } from '#widget/define.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';
import type { WidgetSettings } from '#widget/launcher/settings.ts';
import type { Recorder } from '#widget/record/recorder.ts';
import { loadCatalog } from '#widget/words.ts';

/**
 * Puts the panel on the page, outside `body`, where pages that swap their body leave it alone.
 *
 * @param recorder what the launcher already records, where the page asks for it
 */
export function mount(
  settings: WidgetSettings,
  recorder?: Promise<Recorder | undefined>,
): ReglamentWidget {
  // on their way while the rest is set up
  loadCatalog(settings.locale).catch(() => undefined);
  defineWidget();
  const panel = document.createElement('reglament-widget');
  panel.widgetKey = settings.key;
  panel.api = settings.api;
  panel.locale = settings.locale;
  panel.theme = settings.theme;
  panel.label = settings.label ?? '';
  panel.appVersion = settings.appVersion ?? '';
  if (settings.identity) panel.identify(settings.identity);
  void recorder?.then((running) => (panel.recorder = running));
  document.documentElement.append(panel);
  return panel;
}
