import { type SampleArticle, words } from './sample.ts';

/** Electronic documents inside Bitrix24. */
export const didox24Articles: readonly SampleArticle[] = [
  {
    slug: 'send-invoice',
    texts: {
      ru: words(
        'Как отправить счёт-фактуру из сделки',
        'Создание и подписание электронного счёта-фактуры.',
        'В карточке сделки откройте вкладку документов, выберите «Счёт-фактура» и подпишите её ключом ЭЦП.',
      ),
      uz: words(
        'Bitimdan hisob-faktura yuborish',
        'Elektron hisob-fakturani yaratish va imzolash.',
        'Bitim kartochkasida hujjatlar boʻlimini oching, «Hisob-faktura»ni tanlang va ERI kaliti bilan imzolang.',
      ),
    },
  },
  {
    slug: 'install-app',
    texts: {
      ru: words(
        'Установка приложения на портал Битрикс24',
        'Облачный и коробочный портал, права администратора.',
        'Найдите приложение в Маркете и нажмите «Установить». На коробочном портале нужна открытая почта и HTTPS.',
      ),
      uz: words(
        'Ilovani Bitrix24 portaliga oʻrnatish',
        'Bulutli va qutili portal, administrator huquqlari.',
        'Marketdan ilovani toping va «Oʻrnatish» tugmasini bosing.',
      ),
    },
  },
  {
    slug: 'signature-key',
    texts: {
      ru: words(
        'Ключ ЭЦП не виден при подписании',
        'Модуль подписи, срок действия ключа и папка DSKEYS.',
        'Проверьте, что модуль подписи запущен и файл ключа лежит в папке DSKEYS. Просроченный ключ не показывается.',
      ),
      uz: words(
        'Imzolashda ERI kaliti koʻrinmayapti',
        'Imzo moduli, kalit muddati va DSKEYS papkasi.',
        'Imzo moduli ishlayotganini va kalit fayli DSKEYS papkasida ekanini tekshiring.',
      ),
    },
  },
  {
    slug: 'operator-token',
    texts: {
      ru: words(
        'Подключение к оператору: токен и доступ',
        'Где взять токен кабинета оператора.',
        'Токен выдаёт кабинет оператора в разделе интеграций. Вставьте его в настройках приложения.',
      ),
      uz: words(
        'Operatorga ulanish: token va ruxsat',
        'Operator kabineti tokenini qayerdan olish.',
        'Token operator kabinetining integratsiyalar boʻlimida beriladi.',
      ),
    },
  },
  {
    slug: 'cancel-document',
    texts: {
      ru: words(
        'Отозвать или аннулировать подписанный документ',
        'Документ подписан с ошибкой.',
        'Пока контрагент не подписал, документ можно отозвать. Потом обе стороны подписывают соглашение об аннулировании.',
      ),
      uz: words(
        'Imzolangan hujjatni bekor qilish',
        'Hujjat xato bilan imzolangan.',
        'Kontragent imzolamaguncha hujjatni qaytarib olish mumkin.',
      ),
    },
  },
  {
    slug: 'power-of-attorney',
    texts: {
      ru: words(
        'Доверенность на получение товара',
        'Электронная доверенность для водителя.',
        'Выберите вид документа «Доверенность», укажите ПИНФЛ доверенного лица и срок.',
      ),
      uz: words(
        'Tovar olish uchun ishonchnoma',
        'Haydovchi uchun elektron ishonchnoma.',
        'Hujjat turi sifatida «Ishonchnoma»ni tanlang, JShShIR va muddatni kiriting.',
      ),
    },
  },
  {
    slug: 'product-codes',
    texts: {
      ru: words(
        'Коды ИКПУ для товаров каталога',
        'Классификатор и единицы измерения.',
        'Каждому товару каталога нужен код ИКПУ. Их можно загрузить из таблицы.',
      ),
      uz: words(
        'Katalog tovarlari uchun MXIK kodlari',
        'Klassifikator va oʻlchov birliklari.',
        'Har bir tovarga MXIK kodi kerak. Kodlarni jadvaldan yuklash mumkin.',
      ),
    },
  },
  {
    slug: 'document-statuses',
    texts: {
      ru: words(
        'Статусы документов и автоматизация в роботах',
        'Бизнес-процесс реагирует на подписание.',
        'Робот меняет стадию сделки, когда контрагент подписал или отклонил документ.',
      ),
      uz: words(
        'Hujjat holatlari va robotlar',
        'Biznes-jarayon imzolashga javob beradi.',
        'Kontragent hujjatni imzolasa yoki rad etsa, robot bitim bosqichini oʻzgartiradi.',
      ),
    },
  },
];
