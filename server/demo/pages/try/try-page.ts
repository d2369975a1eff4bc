import { el, onPress } from '#server/demo/pages/kit/el.ts';
import { guestId } from '#server/demo/pages/kit/page-state.ts';
import { readPeople } from '#server/demo/pages/kit/people.ts';
import {
  pageLocales,
  say,
  translator,
  type Text,
  type Translate,
} from '#server/demo/pages/kit/text.ts';
import { addressOf, controlForm } from './control-form.ts';
import { controlGroups, type ControlGroup, type Options } from './control-list.ts';
import { happeningLog, type TriedEvent } from './happening-log.ts';
import { tagText } from './tag-text.ts';

const words = {
  title: say('Попробовать виджет', 'Vidjetni sinab koʻrish', 'Try the widget'),
  settings: say('Настройки', 'Sozlamalar', 'Settings'),
  asks: say('Кто и кому пишет', 'Kim kimga yozadi', 'Who writes to whom'),
  policy: say('Регламент', 'Reglament', 'Regulation'),
  person: say('Пользователь', 'Foydalanuvchi', 'User'),
  guest: say('Гость, без подписи', 'Mehmon, imzosiz', 'A guest, not signed'),
  alone: say('Без рамки', 'Ramkasiz', 'Without the frame'),
  tag: say('Тег для вашей страницы', 'Sahifangiz uchun teg', 'Tag for your page'),
  copy: say('Скопировать', 'Nusxa olish', 'Copy'),
  copied: say('Скопировано', 'Nusxa olindi', 'Copied'),
  told: say('Что сказал виджет', 'Vidjet nima dedi', 'What the widget told'),
  nothing: say('Пока ничего', 'Hozircha hech narsa', 'Nothing yet'),
  frame: say('Страница с виджетом', 'Vidjetli sahifa', 'Page with the widget'),
};

/** Whose policies the server runs. */
async function readVendors(): Promise<readonly { readonly id: string; readonly name: Text }[]> {
  const reply = await fetch('/demo/vendors');
  const body: { readonly vendors: readonly { readonly id: string; readonly name: Text }[] } =
    await reply.json();
  return body.vendors;
}

/** Choices that need another page of settings: other people, or other words. */
const elsewhere = ['vendor', 'lang'];

/** Reads the address, draws the settings beside the tried page, and keeps address, page and tag as they are set. */
export async function startTrying(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const t = translator(
    pageLocales.findLast((locale) => (asked.get('lang') ?? 'ru').startsWith(locale)) ?? 'ru',
  );
  document.documentElement.lang = asked.get('lang') ?? 'ru';
  document.title = `${t(words.title)} · Reglament`;
  const form = controlForm(t(words.settings), [await whoAsks(asked), ...controlGroups], asked, t);
  const frame = el('iframe', { title: t(words.frame), allow: 'display-capture; clipboard-write' });
  const alone = el('a', { class: 'alone', target: '_blank' }, t(words.alone));
  const stage = el('main', { class: 'stage' }, frame);
  const log = happeningLog(t(words.told), t(words.nothing));
  const tag = tagBox(t);

  const show = () => {
    const query = addressOf(form);
    const address = `/demo/host?${query}`;
    history.replaceState(null, '', `?${query}`);
    alone.href = address;
    stage.dataset['size'] = query.get('size') ?? '';
    log.clear();
    // no entry of the history for each setting
    frame.contentWindow?.location.replace(address);
  };
  frame.addEventListener('load', () => {
    const script = frame.contentDocument?.querySelector('script[data-key]');
    const attributes = [...(script?.attributes ?? [])];
    tag.show(
      tagText(
        attributes.map(({ name, value }) => [name, value]),
        location.origin,
        addressOf(form),
      ),
    );
  });
  form.addEventListener('change', ({ target }) => {
    const { name } = target as HTMLInputElement;
    if (!elsewhere.includes(name)) return show();
    const query = addressOf(form);
    if (name === 'vendor') query.delete('person');
    location.search = String(query);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('message', ({ data, origin, source }: MessageEvent<TriedEvent>) => {
    if (origin !== location.origin || source !== frame.contentWindow) return;
    log.add(new Date().toLocaleTimeString('ru-RU'), data);
  });

  document.body.replaceChildren(
    el(
      'aside',
      { class: 'bench', 'aria-label': t(words.settings) },
      el('header', {}, el('h1', {}, t(words.title)), alone),
      form,
      tag.element,
      el('section', { class: 'told' }, el('h2', {}, t(words.told)), log.element),
    ),
    stage,
  );
  show();
}

/** Names of the vendor and of who writes there, as the address asks, or the first that fits. */
async function whoAsks(asked: URLSearchParams): Promise<ControlGroup> {
  const vendors = await readVendors();
  const known = (id: string | null) => vendors.some((vendor) => vendor.id === id);
  const vendor = [asked.get('vendor'), 'modme', vendors[0]?.id ?? ''].find(known) ?? '';
  asked.set('vendor', vendor);
  const people = await readPeople(vendor);
  const choice = (name: string, label: Text, options: Options) =>
    ({ kind: 'choice', name, label, options }) as const;
  return {
    title: words.asks,
    controls: [
      choice(
        'vendor',
        words.policy,
        vendors.map(({ id, name }) => [id, name]),
      ),
      choice('person', words.person, [
        ...people.map(({ id, name }) => [id, name] as const),
        [guestId, words.guest],
      ]),
    ],
  };
}

function tagBox(t: Translate) {
  const text = el('code');
  const copy = el('button', { type: 'button', class: 'copy' }, t(words.copy));
  onPress(copy, async () => {
    await navigator.clipboard.writeText(text.textContent);
    copy.textContent = t(words.copied);
  });
  return {
    element: el(
      'section',
      { class: 'tag' },
      el('h2', {}, t(words.tag)),
      copy,
      el('pre', { tabindex: '0' }, text),
    ),
    show: (shown: string) => {
      text.textContent = shown;
      copy.textContent = t(words.copy);
    },
  };
}
