import { el } from '#server/demo/pages/kit/el.ts';
import { icon, type IconName } from '#server/demo/pages/kit/icons.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { say, type Text } from '#server/demo/pages/kit/text.ts';
import type { PortalContent } from './portal-content.ts';

const words = {
  search: say(
    'Искать сотрудника, документ, задачу',
    'Xodim, hujjat, vazifani qidirish',
    'Find a colleague, paper, task',
  ),
  menu: say('Меню портала', 'Portal menyusi', 'Portal menu'),
  apps: say('Приложения', 'Ilovalar', 'Apps'),
  guest: say('Гость', 'Mehmon', 'Guest'),
};

const sections: readonly {
  readonly icon: IconName;
  readonly label: Text;
  readonly count?: number;
}[] = [
  { icon: 'list', label: say('Лента', 'Lenta', 'Feed'), count: 5 },
  { icon: 'check', label: say('Задачи', 'Vazifalar', 'Tasks'), count: 11 },
  { icon: 'message', label: say('Чат', 'Chat', 'Chat') },
  { icon: 'calendar', label: say('Календарь', 'Taqvim', 'Calendar') },
  { icon: 'people', label: say('Клиенты', 'Mijozlar', 'Clients') },
  { icon: 'folder', label: say('Диск', 'Disk', 'Files') },
  { icon: 'building', label: say('Компания', 'Kompaniya', 'Company') },
];

/** The strip of the portal itself: company, search, the person. */
export function portalTop(content: PortalContent, { t, person }: PageView): HTMLElement {
  return el(
    'header',
    { class: 'portal-top' },
    el('b', {}, t(content.company)),
    el(
      'label',
      { class: 'portal-search' },
      icon('search'),
      el('input', { type: 'search', placeholder: t(words.search), 'aria-label': t(words.search) }),
    ),
    el('time', {}, '16:20'),
    el(
      'span',
      { class: 'portal-who' },
      icon('person'),
      el('span', {}, person?.name ?? t(words.guest)),
    ),
  );
}

/** Sections of the portal; the vendor's application is one of them. */
export function portalMenu(content: PortalContent, { t }: PageView): HTMLElement {
  const link = (name: IconName, label: string, count?: number, current = false) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: '#', 'aria-current': current ? 'page' : undefined },
        icon(name),
        el('span', {}, label),
        count === undefined ? undefined : el('b', { class: 'menu-count' }, String(count)),
      ),
    );
  return el(
    'nav',
    { class: 'portal-menu', 'aria-label': t(words.menu) },
    el(
      'ul',
      {},
      ...sections.map((section) => link(section.icon, t(section.label), section.count)),
      link('layers', content.app, undefined, true),
      link('plus', t(words.apps)),
    ),
  );
}
