import type { ArticleDraft } from '#shared/wire/articles.ts';

/** What a user of Didox24 can settle alone. */
export const didox24Articles: readonly ArticleDraft[] = [
  {
    slug: 'podpis-ne-stavitsya',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Документ не подписывается',
        summary: 'Ключ, его срок и владелец: что посмотреть до обращения.',
        body: '1. Проверьте срок ключа ЭЦП: с истёкшим подписать нельзя.\n2. Сравните ИНН в ключе с ИНН организации в документе.\n3. Вставьте носитель заново и перезапустите программу подписи.\n\nЕсли не помогло, приложите снимок сообщения. Сам ключ и пароль от него не присылайте.',
      },
      uz: {
        title: 'Hujjat imzolanmayapti',
        summary: 'Kalit, uning muddati va egasi: murojaatdan oldin nimani koʻrish kerak.',
        body: '1. ERI kaliti muddatini tekshiring: muddati oʻtgani bilan imzolab boʻlmaydi.\n2. Kalitdagi STIRni hujjatdagi tashkilot STIRi bilan solishtiring.\n3. Tashuvchini qayta ulang va imzolash dasturini qayta ishga tushiring.\n\nYordam bermasa, xabar suratini ilova qiling. Kalitning oʻzini va parolini yubormang.',
      },
      en: {
        title: 'A document cannot be signed',
        summary: 'The key, its term and its owner: what to look at before you write.',
        body: '1. Check the term of the signing key: nothing can be signed with one that has run out.\n2. Compare the tax number in the key with that of the organisation in the document.\n3. Plug the carrier in again and restart the signing program.\n\nIf it did not help, attach a picture of the message. Never send the key or its password.',
      },
    },
  },
  {
    slug: 'dokument-ne-prishel',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Контрагент не видит отправленный документ',
        summary: 'Где узнать, ушёл ли документ, и что сказать контрагенту.',
        body: '1. Откройте документ и посмотрите статус: черновик никуда не ушёл.\n2. Сверьте ИНН получателя по цифрам.\n3. Попросите контрагента открыть входящие без отбора по дате.\n\nВ обращении назовите номер документа, дату и оба ИНН.',
      },
      uz: {
        title: 'Kontragent yuborilgan hujjatni koʻrmayapti',
        summary: 'Hujjat ketganini qayerdan bilish va kontragentga nima deyish kerak.',
        body: '1. Hujjatni oching va holatiga qarang: qoralama hech qayerga ketmagan.\n2. Oluvchining STIRini raqamma-raqam solishtiring.\n3. Kontragentdan kiruvchi hujjatlarni sana saralashisiz ochishni soʻrang.\n\nMurojaatda hujjat raqami, sanasi va ikkala STIRni yozing.',
      },
      en: {
        title: 'The other side does not see a document that was sent',
        summary: 'Where to learn whether it went, and what to tell the other side.',
        body: '1. Open the document and look at its status: a draft went nowhere.\n2. Compare the tax number of the receiver digit by digit.\n3. Ask the other side to open incoming documents without a filter of dates.\n\nName number and date of the document and both tax numbers in your request.',
      },
    },
  },
  {
    slug: 'prilozhenie-ne-otkryvaetsya',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Приложение не открывается в Битрикс24',
        summary: 'Права сотрудника, браузер и версия: что проверить на портале.',
        body: '1. Спросите администратора портала, есть ли у сотрудника доступ к приложению.\n2. Откройте портал в другом браузере или без расширений.\n3. Обновите страницу портала целиком, а не только окно приложения.\n\nВ обращении нужны адрес портала, версия приложения и снимок окна.',
      },
      uz: {
        title: 'Ilova Bitrix24 da ochilmayapti',
        summary: 'Xodim huquqlari, brauzer va versiya: portalda nimani tekshirish kerak.',
        body: '1. Portal administratoridan xodimda ilovaga ruxsat borligini soʻrang.\n2. Portalni boshqa brauzerda yoki kengaytmalarsiz oching.\n3. Faqat ilova oynasini emas, portal sahifasini toʻliq yangilang.\n\nMurojaatda portal manzili, ilova versiyasi va oyna surati kerak.',
      },
      en: {
        title: 'The app does not open in Bitrix24',
        summary: 'Rights, browser and version: what to check in the portal.',
        body: '1. Ask the portal’s administrator whether the person has access to the app.\n2. Open the portal in another browser or without extensions.\n3. Load the whole page of the portal again, not only the frame of the app.\n\nA request needs the address of the portal, the version of the app and a picture of the frame.',
      },
    },
  },
];
