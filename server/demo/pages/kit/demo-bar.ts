import { el } from './el.ts';
import { guestId, pageAddress, type PageState } from './page-state.ts';
import type { PagePerson } from './people.ts';
import { say, translator, type PageLocale, type Text } from './text.ts';
import { vendorNames, vendors } from './vendor.ts';

const words = {
  bar: say('Настройки демонстрации', 'Namoyish sozlamalari', 'Demo settings'),
  demo: say('Демо', 'Namoyish', 'Demo'),
  vendor: say('Продукт', 'Mahsulot', 'Product'),
  page: say('Страница', 'Sahifa', 'Page'),
  person: say('Кто работает', 'Kim ishlayapti', 'Working as'),
  guest: say('Гость', 'Mehmon', 'Guest'),
  language: say('Язык', 'Til', 'Language'),
  theme: say('Тема', 'Mavzu', 'Theme'),
  light: say('Светлая', 'Yorugʻ', 'Light'),
  dark: say('Тёмная', 'Qorongʻi', 'Dark'),
  crm: say('CRM', 'CRM', 'CRM'),
  mobile: say('Мобильная', 'Mobil', 'Mobile'),
  portal: say('Портал', 'Portal', 'Portal'),
  bench: say('Настроить виджет', 'Vidjetni sozlash', 'Set the widget up'),
};

const languageNames: Readonly<Record<PageLocale, string>> = {
  ru: 'Русский',
  uz: 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  en: 'English',
};

interface Option {
  readonly label: Text;
  readonly value: string;
  readonly state: PageState;
}

/** The strip above every demo page. Each choice is another address, so a view can be linked. */
export function demoBar(
  state: PageState,
  people: readonly PagePerson[],
  person: PagePerson | undefined,
  go: (address: string) => void,
): HTMLElement {
  const t = translator(state.locale);
  const choice = (name: string, label: Text, chosen: string, options: readonly Option[]) => {
    const select = el('select', { name, 'aria-label': t(label) });
    for (const { label: shown, value } of options) {
      select.append(el('option', { value, selected: value === chosen }, t(shown)));
    }
    select.addEventListener('change', () => {
      const picked = options[select.selectedIndex];
      if (picked) go(pageAddress(picked.state));
    });
    return el('label', { class: 'demo-choice' }, el('span', {}, t(label)), select);
  };

  const pages = (['crm', 'mobile', 'portal'] as const).map((page) => ({
    label: words[page],
    value: page,
    state: { ...state, page },
  }));
  const products = vendors.map((vendor) => ({
    label: vendorNames[vendor],
    value: vendor,
    state: { ...state, vendor, personId: undefined },
  }));
  const persons = [...people, { id: guestId, name: t(words.guest), role: '' }].map((one) => ({
    label: one.role ? `${one.name} · ${t(one.role)}` : one.name,
    value: one.id,
    state: { ...state, personId: one.id },
  }));
  const languages = Object.entries(languageNames).map(([value, label]) => ({
    label,
    value,
    state: { ...state, locale: value as PageLocale },
  }));
  const themes = (['light', 'dark'] as const).map((theme) => ({
    label: words[theme],
    value: theme,
    state: { ...state, theme },
  }));

  return el(
    'details',
    { class: 'demo-bar', open: window.matchMedia('(min-width: 60em)').matches },
    el('summary', {}, `${t(words.demo)} · ${vendorNames[state.vendor]}`),
    el(
      'form',
      { 'aria-label': t(words.bar) },
      choice('page', words.page, state.page, pages),
      choice('vendor', words.vendor, state.vendor, products),
      choice('person', words.person, person?.id ?? guestId, persons),
      choice('lang', words.language, state.locale, languages),
      choice('theme', words.theme, state.theme, themes),
      el(
        'a',
        { href: `/demo/try?${new URLSearchParams({ vendor: state.vendor, lang: state.locale })}` },
        t(words.bench),
      ),
    ),
  );
}
