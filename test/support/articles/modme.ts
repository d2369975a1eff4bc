import { type SampleArticle, words } from './sample.ts';

/** A training centre's CRM. */
export const modmeArticles: readonly SampleArticle[] = [
  {
    slug: 'close-a-debt',
    texts: {
      ru: words(
        'Как закрыть долг ученика',
        'Оплата принята, а задолженность осталась в карточке.',
        'Откройте карточку ученика, вкладку **Оплаты**. Выберите платёж и нажмите «Распределить». Если платёж разнесён на другую группу, отмените его и проведите снова.',
      ),
      uz: words(
        'Oʻquvchining qarzini qanday yopish mumkin',
        'Toʻlov qabul qilingan, qarzdorlik esa kartochkada qolgan.',
        'Oʻquvchi kartochkasida **Toʻlovlar** boʻlimini oching. Toʻlovni tanlab, «Taqsimlash» tugmasini bosing.',
      ),
    },
  },
  {
    slug: 'accept-payment',
    texts: {
      ru: words(
        'Как принять оплату наличными и картой',
        'Касса филиала, чек и возврат.',
        'В кассе нажмите «Принять оплату», выберите способ и распечатайте чек. Возврат проводит администратор.',
      ),
      uz: words(
        'Naqd pul va karta orqali toʻlovni qabul qilish',
        'Filial kassasi, chek va qaytarish.',
        'Kassada «Toʻlovni qabul qilish» tugmasini bosing, usulni tanlang va chekni chop eting.',
      ),
    },
  },
  {
    slug: 'timetable',
    texts: {
      ru: words(
        'Расписание группы: перенос и отмена урока',
        'Урок можно перенести на другой день или отменить.',
        'В расписании щёлкните по уроку и выберите «Перенести». Ученикам уйдёт уведомление.',
      ),
      uz: words(
        'Guruh dars jadvali: darsni koʻchirish va bekor qilish',
        'Darsni boshqa kunga koʻchirish mumkin.',
        'Jadvalda dars ustiga bosing va «Koʻchirish»ni tanlang. Oʻquvchilarga xabar boradi.',
      ),
    },
  },
  {
    slug: 'attendance',
    texts: {
      ru: words(
        'Как отметить посещаемость',
        'Журнал посещений преподавателя.',
        'Преподаватель открывает журнал и отмечает присутствующих. Пропуск по болезни не списывает занятие.',
      ),
      uz: words(
        'Davomatni belgilash',
        'Oʻqituvchining davomat jurnali.',
        'Oʻqituvchi jurnalni ochib, qatnashganlarni belgilaydi.',
      ),
    },
  },
  {
    slug: 'new-employee',
    texts: {
      ru: words(
        'Добавить сотрудника и выдать права доступа',
        'Роли администратора, кассира и преподавателя.',
        'В настройках откройте «Сотрудники», нажмите «Добавить» и выберите роль.',
      ),
      uz: words(
        'Xodim qoʻshish va huquq berish',
        'Administrator, kassir va oʻqituvchi rollari.',
        'Sozlamalarda «Xodimlar» boʻlimini oching va rolni tanlang.',
      ),
    },
  },
  {
    slug: 'sms-not-sent',
    texts: {
      ru: words(
        'Почему не уходят СМС',
        'Баланс, имя отправителя и шаблоны сообщений.',
        'Проверьте баланс рассылок. Шаблон сообщения должен быть одобрен оператором связи.',
      ),
      uz: words(
        'Nega SMS yuborilmayapti',
        'Balans, yuboruvchi nomi va xabar shablonlari.',
        'Xabarlar balansini tekshiring. Shablon aloqa operatori tomonidan tasdiqlangan boʻlishi kerak.',
      ),
    },
  },
  {
    slug: 'salary',
    texts: {
      ru: words(
        'Расчёт зарплаты преподавателей',
        'Процент с оплат или ставка за урок.',
        'В карточке преподавателя выберите способ расчёта. Начисление за месяц делается первого числа.',
      ),
      uz: words(
        'Oʻqituvchilar ish haqini hisoblash',
        'Toʻlovlardan foiz yoki dars uchun stavka.',
        'Oʻqituvchi kartochkasida hisoblash usulini tanlang.',
      ),
    },
  },
  {
    slug: 'leads',
    texts: {
      ru: words(
        'Воронка заявок и источники рекламы',
        'Новые заявки с сайта и из социальных сетей.',
        'Заявка попадает в первый столбец воронки. Источник берётся из метки в ссылке.',
      ),
      uz: words(
        'Arizalar voronkasi va reklama manbalari',
        'Sayt va ijtimoiy tarmoqlardan yangi arizalar.',
        'Ariza voronkaning birinchi ustuniga tushadi.',
      ),
    },
  },
];
