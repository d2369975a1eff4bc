import type { PlaceTitles } from '#bitrix-app/bind-places.ts';

const russian = { TITLE: 'Поддержка', DESCRIPTION: 'Обращения к разработчику приложения' };

/** The entry in the portal's languages; every other reader sees English. */
export const placeTitles: PlaceTitles = {
  ru: russian,
  by: russian,
  kz: russian,
  uz: { TITLE: 'Yordam', DESCRIPTION: 'Ilova ishlab chiquvchisiga murojaatlar' },
  en: { TITLE: 'Support', DESCRIPTION: 'Requests to the vendor of the app' },
};
