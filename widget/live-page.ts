import type { Panel } from '#widget/controllers/panel.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';

/**
 * The panel in the life of its page: it hears of changes as long as its element is there, and where it is open
 * now it opens on the next page of this tab. What that takes comes with the first opening.
 */
export function livePage(widget: ReglamentWidget, panel: () => Panel | undefined): void {
  const go = async (act: 'rememberPlace' | 'openAgain') => {
    try {
      if (act === 'rememberPlace' || sessionStorage.getItem(`reglament:${widget.widgetKey}:open`))
        await (await import('#widget/open-place.ts'))[act](widget, panel);
    } catch {
      // storage may be out of reach, and so may the code
    }
  };
  widget.addController({
    hostConnected: () => panel()?.follow(),
    hostDisconnected: () => panel()?.leave(),
  });
  widget.addEventListener('reglament-open', () => void go('rememberPlace'));
  void widget.updateComplete.then(() => go('openAgain'));
}
