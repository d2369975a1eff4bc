import { say } from '#server/demo/pages/kit/text.ts';
import type { MobileContent } from '#server/demo/pages/mobile/mobile-content.ts';
import { nextDays } from '#server/demo/pages/mobile/next-days.ts';

const today = say('Сегодня', 'Bugun', 'Today');
const held = say('Прошёл', 'Oʻtdi', 'Held');
const failed = say('Не выгружен', 'Yuklanmadi', 'Not exported');

/** A realtor between viewings. What people typed stays in Russian. */
export const jokercrmMobile: MobileContent = {
  product: 'JokerCRM',
  place: 'Агентство «Дом-Пример»',
  sections: [
    { icon: 'calendar', label: say('День', 'Kun', 'Day'), current: true },
    { icon: 'building', label: say('Объекты', 'Obyektlar', 'Listings') },
    { icon: 'people', label: say('Клиенты', 'Mijozlar', 'Clients') },
    { icon: 'phone', label: say('Звонки', 'Qoʻngʻiroqlar', 'Calls') },
  ],
  next: {
    overline: say('Следующий показ', 'Keyingi koʻrsatuv', 'Next viewing'),
    badge: '12:00',
    title: '2-к. кв., ул. Примерная, 12',
    facts: [
      { label: say('Клиент', 'Mijoz', 'Client'), value: 'Семья Лесных' },
      { label: say('Цена', 'Narx', 'Price'), value: '6 250 000 ₽' },
      { label: say('Телефон', 'Telefon', 'Phone'), value: '+7 000 000-00-12', private: true },
    ],
    action: say('Принять аванс', 'Avans qabul qilish', 'Take deposit'),
  },
  share: {
    title: say('Объявления', 'Eʼlonlar', 'Ads'),
    parts: [
      { label: say('Размещены', 'Joylangan', 'Published'), percent: 76, shown: '162' },
      { label: say('Проверка', 'Tekshiruv', 'Review'), percent: 16, shown: '34' },
      { label: say('Ошибки', 'Xatolar', 'Errors'), percent: 8, shown: '18' },
    ],
  },
  actions: [
    { to: 'pay', icon: 'card', label: say('Принять аванс', 'Avans olish', 'Take deposit') },
    { to: 'book', icon: 'phone', label: say('Позвонить', 'Qoʻngʻiroq qilish', 'Call') },
    { to: 'list', icon: 'plus', label: say('Новый объект', 'Yangi obyekt', 'New listing') },
    { to: 'book', icon: 'search', label: say('Подобрать', 'Tanlash', 'Match') },
  ],
  listTitle: say('Мой день', 'Mening kunim', 'My day'),
  tabs: [
    { id: 'all', label: say('Всё', 'Barchasi', 'All') },
    { id: 'view', label: say('Показы', 'Koʻrsatuvlar', 'Viewings') },
    { id: 'ads', label: say('Объявления', 'Eʼlonlar', 'Ads') },
  ],
  items: [
    {
      tab: 'view',
      tone: 'wait',
      icon: 'home',
      title: '2-к. кв., ул. Примерная, 12',
      note: say('12:00 · семья Лесных', '12:00 · Лесных oilasi', '12:00 · the Lesnykh family'),
      state: today,
      more: say(
        'Ключ у консьержа. Собственник просит не курить.',
        'Kalit konsyerjda. Egasi chekmaslikni soʻraydi.',
        'The concierge has the key. No smoking, the owner asks.',
      ),
    },
    {
      tab: 'view',
      tone: 'wait',
      icon: 'home',
      title: 'Студия, наб. Условная, 31',
      note: say('15:30 · Д. Ветрова', '15:30 · Д. Ветрова', '15:30 · D. Vetrova'),
      state: today,
      more: say(
        'Второй показ, торг до 3 100 000 ₽.',
        'Ikkinchi koʻrsatuv, 3 100 000 ₽ gacha savdolashish.',
        'Second viewing, may go down to 3,100,000 ₽.',
      ),
    },
    {
      tab: 'view',
      tone: 'good',
      icon: 'check',
      title: 'Участок 8 соток, СНТ «Эскиз»',
      note: say('вчера · В. Полянский', 'kecha · В. Полянский', 'yesterday · V. Polyansky'),
      state: held,
      more: say(
        'Клиент думает до вторника.',
        'Mijoz seshanbagacha oʻylaydi.',
        'The client decides by Tuesday.',
      ),
    },
    {
      tab: 'ads',
      tone: 'bad',
      icon: 'send',
      title: '3-к. кв., Образцовый пр-т, 4',
      note: say('площадка отклонила фото 7', 'maydoncha 7-suratni rad etdi', 'photo 7 was refused'),
      state: failed,
      more: say(
        'Размер больше 10 МБ. Уменьшите и отправьте снова.',
        'Hajmi 10 MBdan katta. Kichraytirib, qayta yuboring.',
        'Over 10 MB. Make it smaller and send again.',
      ),
    },
    {
      tab: 'ads',
      tone: 'good',
      icon: 'send',
      title: '1-к. кв., ул. Примерная, 40',
      note: say('124 просмотра за сутки', 'bir kunda 124 koʻrish', '124 views a day'),
      state: say('Размещено', 'Joylangan', 'Published'),
      more: say(
        'Два звонка, одна заявка с сайта.',
        'Ikkita qoʻngʻiroq, saytdan bitta ariza.',
        'Two calls, one request from the site.',
      ),
    },
    {
      tab: 'ads',
      tone: 'quiet',
      icon: 'send',
      title: 'Гараж, ГСК «Шаблон», бокс 18',
      note: say(
        'на проверке с 20 ноября',
        '20-noyabrdan tekshiruvda',
        'under review since 20 November',
      ),
      state: say('Проверка', 'Tekshiruv', 'Review'),
      more: say(
        'Обычно проверка занимает до двух дней.',
        'Odatda tekshiruv ikki kungacha davom etadi.',
        'Review usually takes up to two days.',
      ),
    },
  ],
  booking: {
    title: say('Назначить показ', 'Koʻrsatuv belgilash', 'Plan a viewing'),
    what: {
      label: say('Объект', 'Obyekt', 'Listing'),
      options: ['3-к. кв., Образцовый пр-т, 4', '1-к. кв., ул. Примерная, 40'],
    },
    where: {
      label: say('Клиент', 'Mijoz', 'Client'),
      options: ['О. Ручьёва', 'А. Туманов', 'С. Камнев'],
    },
    days: nextDays,
    slots: [
      { time: '10:00' },
      { time: '11:00', taken: true },
      { time: '12:00', taken: true },
      { time: '13:30' },
      { time: '15:30', taken: true },
      { time: '17:00' },
      { time: '18:30' },
      { time: '19:30' },
    ],
    action: say('Назначить', 'Belgilash', 'Plan'),
    done: say('Показ назначен:', 'Koʻrsatuv belgilandi:', 'Viewing planned:'),
  },
  payment: {
    action: say('Принять аванс', 'Avans qabul qilish', 'Take deposit'),
    title: say('Аванс по сделке', 'Bitim boʻyicha avans', 'Deposit for the deal'),
    purpose: '2-к. кв., ул. Примерная, 12',
    amount: '50 000',
    currency: '₽',
    card: '2200 0000 0000 0000',
    secret: say('Пароль сотрудника', 'Xodim paroli', 'Employee password'),
    paid: say('Аванс принят', 'Avans qabul qilindi', 'Deposit taken'),
  },
};
