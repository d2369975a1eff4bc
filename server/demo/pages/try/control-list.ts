import { locales } from '#shared/vocabulary.ts';
import { say, type Text } from '#server/demo/pages/kit/text.ts';

/** One thing that can be tried; its name is the one it has in the address, an empty value is left out there. */
export type Control =
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: Text;
      readonly options: Options;
    }
  | { readonly kind: 'check'; readonly name: string; readonly label: Text; readonly value: string }
  | { readonly kind: 'text'; readonly name: string; readonly label: Text };

/** Values with what they are called; the first is what holds unless said otherwise. */
export type Options = readonly (readonly [value: string, label: Text])[];

export interface ControlGroup {
  readonly title: Text;
  readonly controls: readonly Control[];
}

const choice = (name: string, label: Text, options: Options): Control => ({
  kind: 'choice',
  name,
  label,
  options,
});
const check = (name: string, value: string, label: Text): Control => ({
  kind: 'check',
  name,
  value,
  label,
});

/** Names by which a language calls itself. */
const languages: Options = locales.map((locale) => [
  locale,
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale,
]);

const look: ControlGroup = {
  title: say('Вид', 'Koʻrinish', 'Look'),
  controls: [
    choice('lang', say('Язык', 'Til', 'Language'), languages),
    choice('theme', say('Тема', 'Mavzu', 'Theme'), [
      ['', say('Как в системе', 'Tizimdagidek', 'As the system')],
      ['light', say('Светлая', 'Yorugʻ', 'Light')],
      ['dark', say('Тёмная', 'Qorongʻi', 'Dark')],
    ]),
    choice('accent', say('Акцент', 'Urgʻu rangi', 'Accent'), [
      ['', say('Свой', 'Oʻziniki', 'Its own')],
      ['#5b2bb5', say('Фиолетовый', 'Binafsha', 'Violet')],
      ['#b3245f', say('Малиновый', 'Malina rang', 'Raspberry')],
      ['#8ab4f8', say('Голубой, для тёмной', 'Havorang, qorongʻi uchun', 'Light blue, for dark')],
      ['#ffd84d', say('Жёлтый, не читается', 'Sariq, oʻqilmaydi', 'Yellow, unreadable')],
    ]),
    choice('radius', say('Скругление', 'Burchaklar', 'Corners'), [
      ['', '7 px'],
      ['0px', '0 px'],
      ['12px', '12 px'],
    ]),
    choice('font', say('Шрифт', 'Shrift', 'Font'), [
      ['', say('Системный', 'Tizim shrifti', 'System')],
      ['Georgia, serif', 'Georgia'],
      ['ui-monospace, monospace', 'Monospace'],
    ]),
    choice('position', say('Угол', 'Burchak', 'Corner'), [
      ['', say('Правый', 'Oʻng', 'Right')],
      ['left', say('Левый', 'Chap', 'Left')],
    ]),
    {
      kind: 'text',
      name: 'label',
      label: say('Слово на кнопке', 'Tugmadagi soʻz', 'Launcher word'),
    },
  ],
};

const embedding: ControlGroup = {
  title: say('Встраивание', 'Oʻrnatish', 'Embedding'),
  controls: [
    check(
      'launcher',
      'off',
      say('Своя кнопка страницы', 'Sahifaning oʻz tugmasi', 'The page’s own button'),
    ),
    check('pin', '1', say('Закреплённая версия', 'Qotirilgan versiya', 'A pinned version')),
    check('record', 'console', say('Запись консоли', 'Konsolni yozish', 'Record the console')),
    check(
      'record',
      'network',
      say('Запись запросов', 'Soʻrovlarni yozish', 'Record failed requests'),
    ),
    check('record', 'clicks', say('Запись шагов', 'Qadamlarni yozish', 'Record the steps')),
    check('open', '1', say('Сразу открыт', 'Darhol ochiq', 'Open at once')),
  ],
};

const page: ControlGroup = {
  title: say('Страница вокруг', 'Atrofdagi sahifa', 'The page around'),
  controls: [
    choice('size', say('Ширина', 'Kenglik', 'Width'), [
      ['', say('Как есть', 'Boricha', 'As it is')],
      ['360', say('Телефон, 360 px', 'Telefon, 360 px', 'Phone, 360 px')],
      ['320', say('Увеличение 400 %', '400 % kattalashtirish', '400 % zoom')],
    ]),
    choice('csp', say('Политика (CSP)', 'Siyosat (CSP)', 'Policy (CSP)'), [
      ['', say('Нет', 'Yoʻq', 'None')],
      ['documented', say('Как в README', 'README’dagidek', 'As in the README')],
      ['strict', say('С Trusted Types', 'Trusted Types bilan', 'With Trusted Types')],
      ['bare', say('Без img-src', 'img-src’siz', 'Without img-src')],
    ]),
    choice('reset', say('Сброс стилей', 'Uslublarni tozalash', 'Style reset'), [
      ['', say('Нет', 'Yoʻq', 'None')],
      ['all', '* { all: unset }'],
      ['important', '* { … !important }'],
    ]),
    check('root', '62.5', say('Шрифт корня 62,5 %', 'Ildiz shrifti 62,5 %', 'Root font of 62.5 %')),
    check('dir', 'rtl', say('Справа налево', 'Oʻngdan chapga', 'Right to left')),
    check(
      'modal',
      '1',
      say('Открыто окно страницы', 'Sahifa oynasi ochiq', 'A modal of the page is open'),
    ),
  ],
};

const line: ControlGroup = {
  title: say('Связь и память', 'Aloqa va xotira', 'Line and storage'),
  controls: [
    choice('line', say('Связь', 'Aloqa', 'Line'), [
      ['', say('Хорошая', 'Yaxshi', 'Good')],
      ['slow', say('3G: 400 мс, 50 КБ/с', '3G: 400 ms, 50 KB/s', '3G: 400 ms, 50 kB/s')],
      ['cut', say('Прервалась после открытия', 'Ochilgach uzildi', 'Broke after opening')],
    ]),
    check('storage', 'blocked', say('Память закрыта', 'Xotira yopiq', 'Storage is blocked')),
  ],
};

/** Everything that can be tried, but whose policy and who asks: those the server knows. */
export const controlGroups: readonly ControlGroup[] = [look, embedding, page, line];
