import type { ArticleDraft } from '#shared/wire/articles.ts';

/** What a user of ТехноКад can settle alone. */
export const technokadArticles: readonly ArticleDraft[] = [
  {
    slug: 'ustanovka-podpisi',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Программа не видит сертификат подписи',
        summary: 'Порядок проверки: носитель, хранилище, криптопровайдер.',
        body: '1. Проверьте, что носитель определяется системой.\n2. Откройте криптопровайдер и установите личный сертификат в хранилище текущего пользователя.\n3. Посмотрите срок сертификата и корневые сертификаты удостоверяющего центра.\n4. Перезапустите программу.\n\nПароль от носителя в обращение не пишите.',
      },
      uz: {
        title: 'Dastur imzo sertifikatini koʻrmayapti',
        summary: 'Tekshirish tartibi: tashuvchi, xotira, kriptoprovayder.',
        body: '1. Tizim tashuvchini taniyotganini tekshiring.\n2. Kriptoprovayderni oching va shaxsiy sertifikatni joriy foydalanuvchi xotirasiga oʻrnating.\n3. Sertifikat muddati va tasdiqlovchi markazning ildiz sertifikatlarini koʻring.\n4. Dasturni qayta ishga tushiring.\n\nTashuvchi parolini murojaatga yozmang.',
      },
      en: {
        title: 'The program does not see the signing certificate',
        summary: 'In this order: the carrier, the store, the cryptographic provider.',
        body: '1. Check that the system knows the carrier.\n2. Open the cryptographic provider and install the personal certificate into the store of the current user.\n3. Look at the term of the certificate and at the root certificates of its authority.\n4. Restart the program.\n\nDo not write the carrier’s password into a request.',
      },
    },
  },
  {
    slug: 'proverka-xml',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Проверка XML нашла ошибки',
        summary: 'Как читать протокол и что исправить до отправки пакета.',
        body: '1. Откройте протокол: у каждой строки есть раздел и поле.\n2. Начните с первой ошибки: следующие часто вызваны ею.\n3. Исправьте поле в проекте, а не в готовом XML, и выгрузите снова.\n\nЕсли поле заполнено верно, приложите к обращению файл проекта и протокол.',
      },
      uz: {
        title: 'XML tekshiruvi xatolar topdi',
        summary: 'Bayonnomani qanday oʻqish va paketni yuborishdan oldin nimani tuzatish kerak.',
        body: '1. Bayonnomani oching: har bir qatorda boʻlim va maydon bor.\n2. Birinchi xatodan boshlang: keyingilari koʻpincha shundan kelib chiqadi.\n3. Maydonni tayyor XMLda emas, loyihada tuzating va qayta chiqaring.\n\nMaydon toʻgʻri toʻldirilgan boʻlsa, murojaatga loyiha fayli va bayonnomani ilova qiling.',
      },
      en: {
        title: 'The check of the XML found errors',
        summary: 'How to read the protocol, and what to mend before the package goes.',
        body: '1. Open the protocol: each line names section and field.\n2. Begin with the first error: the next ones often come from it.\n3. Mend the field in the project, not in the finished XML, and export again.\n\nIf the field is right, attach the project file and the protocol to your request.',
      },
    },
  },
  {
    slug: 'novoe-rabochee-mesto',
    visibility: 'public',
    texts: {
      ru: {
        title: 'Перенос программы на другой компьютер',
        summary: 'Что сохранить на старом рабочем месте и что поставить на новом.',
        body: '1. На старом компьютере сохраните копию базы и файлы проектов.\n2. На новом установите криптопровайдер и сертификаты.\n3. Установите программу той же версии, затем восстановите базу.\n4. Обновляйте программу только после проверки, что проекты открываются.\n\nСтарую копию держите, пока не убедитесь, что всё на месте.',
      },
      uz: {
        title: 'Dasturni boshqa kompyuterga koʻchirish',
        summary: 'Eski ish joyida nimani saqlash va yangisiga nimani oʻrnatish kerak.',
        body: '1. Eski kompyuterda baza nusxasi va loyiha fayllarini saqlang.\n2. Yangisiga kriptoprovayder va sertifikatlarni oʻrnating.\n3. Dasturning shu versiyasini oʻrnating, soʻng bazani tiklang.\n4. Dasturni loyihalar ochilishini tekshirgandan keyingina yangilang.\n\nHammasi joyida ekaniga ishonch hosil qilguncha eski nusxani saqlang.',
      },
      en: {
        title: 'Move the program to another computer',
        summary: 'What to keep at the old place and what to install at the new one.',
        body: '1. Save a copy of the database and the project files on the old computer.\n2. Install the cryptographic provider and the certificates on the new one.\n3. Install the same version of the program, then restore the database.\n4. Update the program only when you saw that the projects open.\n\nKeep the old copy until you are sure that everything is there.',
      },
    },
  },
];
