import { el, onPress } from '#server/demo/pages/kit/el.ts';
import { cellText, entryTable } from '#server/demo/pages/kit/entry-table.ts';
import { figureRow } from '#server/demo/pages/kit/figures.ts';
import { happeningList } from '#server/demo/pages/kit/happenings.ts';
import { paymentDialog } from '#server/demo/pages/kit/payment-dialog.ts';
import { shareStrip } from '#server/demo/pages/kit/share-strip.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { allTab, tabRow } from '#server/demo/pages/kit/tabs.ts';
import { say } from '#server/demo/pages/kit/text.ts';
import { appVersions } from '#server/demo/pages/kit/vendor.ts';
import type { PortalContent } from './portal-content.ts';
import { portalMenu, portalTop } from './portal-frame.ts';
import { signForm } from './sign-form.ts';

const words = {
  version: say('версия', 'versiya', 'version'),
  feed: say('События приложения', 'Ilova voqealari', 'App events'),
  now: say('сейчас', 'hozir', 'now'),
};

/** A company portal with a vendor's application open in it. */
export function portalPage(content: PortalContent, view: PageView) {
  const { t, locale } = view;
  const feed = happeningList(content.happenings, t);
  const tell = (what: string) => feed.add({ when: words.now, what });
  const payment = paymentDialog(content.payment, t, tell);
  const sign = signForm(content, view, tell);
  const table = entryTable({
    label: t(content.listTitle),
    columns: content.columns,
    entries: content.entries,
    locale,
    t,
    select: (entry) => sign.choose(cellText(entry.cells[0] ?? '', locale, t)),
  });
  sign.choose(cellText(content.entries[0]?.cells[0] ?? '', locale, t));
  const tabs = tabRow(
    t(content.listTitle),
    content.tabs,
    (id) => content.entries.filter(({ tab }) => id === allTab || tab === id).length,
    t,
    (id) => table.filter(({ tab }) => id === allTab || tab === id),
  );

  const pay = el('button', { type: 'button', class: 'button' }, t(content.payment.action));
  const appTabs = content.appTabs.map((label, index) =>
    el(
      'li',
      {},
      el('a', { href: '#', 'aria-current': index === 0 ? 'page' : undefined }, t(label)),
    ),
  );
  const parts = [
    portalTop(content, view),
    el(
      'div',
      { class: 'portal' },
      portalMenu(content, view),
      el(
        'main',
        { class: 'portal-app' },
        el(
          'header',
          { class: 'app-head' },
          el('span', { class: 'brand-mark', 'aria-hidden': 'true' }, content.app.slice(0, 1)),
          el(
            'div',
            { class: 'app-name' },
            el('h1', {}, content.app),
            el('p', {}, `${t(content.tagline)} · ${t(words.version)} ${appVersions[view.vendor]}`),
          ),
          onPress(pay, () => payment.open()),
        ),
        el('ul', { class: 'app-tabs' }, ...appTabs),
        el(
          'div',
          { class: 'app-columns' },
          el(
            'div',
            { class: 'app-main' },
            figureRow(content.figures, t),
            shareStrip(content.share, t),
            el('div', { class: 'list-head' }, el('h2', {}, t(content.listTitle)), tabs),
            table.element,
          ),
          el(
            'aside',
            { class: 'app-side' },
            sign.element,
            el('section', { class: 'feed' }, el('h2', {}, t(words.feed)), feed.element),
          ),
        ),
      ),
    ),
    payment.dialog,
  ];
  return { title: `${content.app} · ${t(content.company)}`, parts };
}
