import { el } from '#server/demo/pages/kit/el.ts';
import { icon } from '#server/demo/pages/kit/icons.ts';
import type { PageView } from '#server/demo/pages/kit/start-page.ts';
import { say } from '#server/demo/pages/kit/text.ts';
import type { MobileContent } from './mobile-content.ts';

const words = {
  sections: say('Разделы', 'Boʻlimlar', 'Sections'),
  guest: say('Гость', 'Mehmon', 'Guest'),
};

/** Product, place, person, and the sections as a row that fits a phone. */
export function mobileHeader(content: MobileContent, { t, person }: PageView): HTMLElement {
  const sections = content.sections.map((section) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: '#', 'aria-current': section.current ? 'page' : undefined },
        icon(section.icon),
        t(section.label),
      ),
    ),
  );
  return el(
    'header',
    { class: 'mobile-header' },
    el(
      'div',
      { class: 'mobile-top' },
      el(
        'div',
        { class: 'mobile-brand' },
        el('b', {}, content.product),
        el('small', {}, t(content.place)),
      ),
      el(
        'div',
        { class: 'mobile-person' },
        icon('person'),
        el('span', {}, person?.name ?? t(words.guest)),
      ),
    ),
    el('nav', { 'aria-label': t(words.sections) }, el('ul', {}, ...sections)),
  );
}
