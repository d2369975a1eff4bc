import type { Panel } from '#widget/controllers/panel.ts';
import type { ReglamentWidget } from '#widget/elements/reglament-widget.ts';

/** The panel of the next page of this tab opens where it is open now; what that takes comes with the first opening. */
export function stayOpen(widget: ReglamentWidget, panel: () => Panel | undefined): void {
  const load = () => import('#widget/open-place.ts');
  widget.addEventListener('reglament-open', async () => {
    const loaded = await load().catch(() => undefined);
    loaded?.rememberPlace(widget, panel);
  });
  const open = async () => {
    await widget.updateComplete;
    if (sessionStorage.getItem(`reglament:${widget.widgetKey}:open`))
      await (await load()).openAgain(widget, panel);
  };
  // storage may be out of reach
  open().catch(() => undefined);
}
