import { say } from '#server/demo/pages/kit/text.ts';
import type { MobileContent } from '#server/demo/pages/mobile/mobile-content.ts';
import { nextDays } from '#server/demo/pages/mobile/next-days.ts';

const sum = say('сум', 'soʻm', 'UZS');
const sign = say('Подпишите', 'Imzolang', 'Sign it');
const waits = say('Ждёт', 'Kutmoqda', 'Waiting');
const signed = say('Подписан', 'Imzolangan', 'Signed');

/** A director signs papers on the phone. */
export const didox24Mobile: MobileContent = {
  product: 'Didox24',
  place: say('ООО «Namuna Savdo»', '«Namuna Savdo» MChJ', 'Namuna Savdo LLC'),
  sections: [
    { icon: 'pen', label: say('На подпись', 'Imzoga', 'To sign'), current: true },
    { icon: 'send', label: say('Отправлены', 'Yuborilgan', 'Sent') },
    { icon: 'inbox', label: say('Входящие', 'Kiruvchi', 'Incoming') },
    { icon: 'key', label: say('Ключи', 'Kalitlar', 'Keys') },
  ],
  next: {
    overline: say('Ждёт вашей подписи', 'Imzongizni kutmoqda', 'Waits for your signature'),
    badge: '2210-1',
    title: say('Счёт-фактура', 'Hisobvaraq-faktura', 'Tax invoice'),
    facts: [
      {
        label: say('Кому', 'Kimga', 'To'),
        value: say('ООО «Misol Market»', '«Misol Market» MChJ', 'Misol Market LLC'),
      },
      {
        label: say('Срок', 'Muddat', 'Due'),
        value: say('до 24 ноября', '24-noyabrgacha', 'by 24 November'),
      },
      {
        label: say('Сумма', 'Summa', 'Amount'),
        value: say('48 600 000 сум', '48 600 000 soʻm', '48,600,000 UZS'),
        private: true,
      },
    ],
    action: say('Оплатить пакет документов', 'Hujjatlar paketini toʻlash', 'Pay for the package'),
  },
  share: {
    title: say('Документы за ноябрь', 'Noyabr hujjatlari', 'Papers of November'),
    parts: [
      { label: say('Подписаны', 'Imzolangan', 'Signed'), percent: 73, shown: '47' },
      { label: say('Ждут', 'Kutmoqda', 'Waiting'), percent: 19, shown: '12' },
      { label: say('Отклонены', 'Rad etilgan', 'Rejected'), percent: 8, shown: '5' },
    ],
  },
  actions: [
    { to: 'pay', icon: 'card', label: say('Купить пакет', 'Paket olish', 'Buy a package') },
    { to: 'book', icon: 'plus', label: say('Новый документ', 'Yangi hujjat', 'New paper') },
    {
      to: 'list',
      icon: 'search',
      label: say('Найти по СТИР', 'STIR boʻyicha topish', 'Find by tax number'),
    },
    { to: 'book', icon: 'key', label: say('Продлить ключ', 'Kalitni uzaytirish', 'Renew the key') },
  ],
  listTitle: say('Документы', 'Hujjatlar', 'Papers'),
  tabs: [
    { id: 'all', label: say('Все', 'Barchasi', 'All') },
    { id: 'mine', label: say('Мне', 'Menga', 'For me') },
    { id: 'sent', label: say('Отправлены', 'Yuborilgan', 'Sent') },
  ],
  items: [
    {
      tab: 'mine',
      tone: 'bad',
      icon: 'document',
      title: say('Счёт-фактура 2210-1', 'Faktura 2210-1', 'Invoice 2210-1'),
      note: '«Misol Market»',
      state: sign,
      more: say(
        'Последняя попытка: ошибка подписи, ключ не ответил.',
        'Oxirgi urinish: imzo xatosi, kalit javob bermadi.',
        'Last try: signature error, the key did not answer.',
      ),
    },
    {
      tab: 'mine',
      tone: 'bad',
      icon: 'folder',
      title: say('Договор 118-С', 'Shartnoma 118-S', 'Contract 118-S'),
      note: '«Sinov Oziq-ovqat»',
      state: sign,
      more: say(
        'Контрагент подписал 20 ноября.',
        'Kontragent 20-noyabrda imzoladi.',
        'The other side signed on 20 November.',
      ),
    },
    {
      tab: 'sent',
      tone: 'wait',
      icon: 'list',
      title: say('Акт 2209-1', 'Dalolatnoma 2209-1', 'Act 2209-1'),
      note: '«Sinov Servis»',
      state: waits,
      more: say(
        'Просмотрен 21 ноября в 11:20.',
        '21-noyabr, 11:20 da koʻrildi.',
        'Seen on 21 November at 11:20.',
      ),
    },
    {
      tab: 'sent',
      tone: 'wait',
      icon: 'document',
      title: say('Счёт-фактура 2203-2', 'Faktura 2203-2', 'Invoice 2203-2'),
      note: '«Misol Tekstil»',
      state: waits,
      more: say(
        'Напоминание уйдёт 23 ноября.',
        'Eslatma 23-noyabrda yuboriladi.',
        'A reminder goes on 23 November.',
      ),
    },
    {
      tab: 'sent',
      tone: 'good',
      icon: 'document',
      title: say('Счёт-фактура 2207-1', 'Faktura 2207-1', 'Invoice 2207-1'),
      note: '«Andoza»',
      state: signed,
      more: say('Подписан обеими сторонами.', 'Ikki tomondan imzolangan.', 'Signed by both sides.'),
    },
    {
      tab: 'sent',
      tone: 'good',
      icon: 'folder',
      title: say('Договор 114-С', 'Shartnoma 114-S', 'Contract 114-S'),
      note: '«Namunali Qurilish»',
      state: signed,
      more: say(
        'Действует до 31 декабря 2027.',
        '2027-yil 31-dekabrgacha amal qiladi.',
        'Valid until 31 December 2027.',
      ),
    },
  ],
  booking: {
    title: say('Встреча с бухгалтером', 'Hisobchi bilan uchrashuv', 'Meet the accountant'),
    what: {
      label: say('Тема', 'Mavzu', 'Subject'),
      options: [
        say('Закрытие месяца', 'Oy yakuni', 'Month end'),
        say('Продление ключа', 'Kalitni uzaytirish', 'Key renewal'),
      ],
    },
    where: {
      label: say('Где', 'Qayerda', 'Where'),
      options: [
        say('Видеозвонок', 'Videoqoʻngʻiroq', 'Video call'),
        say('Офис, переговорная 2', 'Ofis, 2-muzokara xonasi', 'Office, room 2'),
      ],
    },
    days: nextDays,
    slots: [
      { time: '09:30' },
      { time: '10:00', taken: true },
      { time: '11:30' },
      { time: '12:00' },
      { time: '14:30', taken: true },
      { time: '15:00' },
      { time: '16:30' },
      { time: '17:00' },
    ],
    action: say('Назначить', 'Belgilash', 'Arrange'),
    done: say('Встреча назначена:', 'Uchrashuv belgilandi:', 'Meeting arranged:'),
  },
  payment: {
    action: say('Оплатить пакет', 'Paketni toʻlash', 'Pay for package'),
    title: say('Пакет на 100 документов', '100 ta hujjatlik paket', 'Package of 100 papers'),
    purpose: say('Договор ТП-2026/118', 'ТП-2026/118 shartnoma', 'Contract ТП-2026/118'),
    amount: '190 000',
    currency: sum,
    card: '8600 0000 0000 0000',
    secret: say('Пароль ключа ЭЦП', 'ERI kaliti paroli', 'Signature key password'),
    paid: say('Пакет оплачен', 'Paket toʻlandi', 'Package paid'),
  },
};
