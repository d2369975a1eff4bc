import { el } from '#server/demo/pages/kit/el.ts';
import { icon } from '#server/demo/pages/kit/icons.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { say } from '#server/demo/pages/kit/text.ts';
import { appVersions } from '#server/demo/pages/kit/vendor.ts';
import type { CrmContent } from './crm-content.ts';

const words = {
  menu: say('Разделы', 'Boʻlimlar', 'Sections'),
  news: say('Уведомления, 3 новых', 'Bildirishnomalar, 3 ta yangi', 'Notifications, 3 new'),
  version: say('Версия', 'Versiya', 'Version'),
  guest: say('Гость', 'Mehmon', 'Guest'),
  notSigned: say('вход не выполнен', 'tizimga kirilmagan', 'not signed in'),
};

/** Brand and sections; on a narrow screen it becomes a row that scrolls sideways. */
export function crmSidebar(content: CrmContent, { t, vendor }: PageView): HTMLElement {
  const items = content.menu.map((item) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: '#', 'aria-current': item.current ? 'page' : undefined },
        icon(item.icon),
        el('span', {}, t(item.label)),
        item.count === undefined ? undefined : el('b', { class: 'menu-count' }, String(item.count)),
      ),
    ),
  );
  return el(
    'aside',
    { class: 'crm-side' },
    el(
      'div',
      { class: 'brand' },
      el('span', { class: 'brand-mark', 'aria-hidden': 'true' }, content.product.slice(0, 1)),
      el('span', {}, el('b', {}, content.product), el('small', {}, t(content.organisation))),
    ),
    el('nav', { 'aria-label': t(words.menu) }, el('ul', {}, ...items)),
    el('p', { class: 'crm-version' }, `${t(words.version)} ${appVersions[vendor]}`),
  );
}

/** Search, notifications and the person who works. */
export function crmTopbar(
  content: CrmContent,
  { t, person }: PageView,
  search: (text: string) => void,
): HTMLElement {
  const input = el('input', {
    type: 'search',
    placeholder: t(content.search),
    'aria-label': t(content.search),
  });
  input.addEventListener('input', () => search(input.value));
  return el(
    'header',
    { class: 'crm-top' },
    el('label', { class: 'search' }, icon('search'), input),
    el(
      'button',
      { type: 'button', class: 'bell', 'aria-label': t(words.news) },
      icon('bell'),
      el('span', { 'aria-hidden': 'true' }, '3'),
    ),
    el(
      'div',
      { class: 'who' },
      el('span', { class: 'face', 'aria-hidden': 'true' }, icon('person')),
      el(
        'span',
        {},
        el('b', {}, person?.name ?? t(words.guest)),
        el('small', {}, person ? t(person.role) : t(words.notSigned)),
      ),
    ),
  );
}
