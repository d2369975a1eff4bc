import type { PortalStandingCatalog } from '#shared/i18n/portal-standing/en.ts';

export const ru: PortalStandingCatalog = {
  app: 'Приложение',
  version: 'версия {version}',
  newer: 'есть {version}',
  fixes: 'Что исправлено в новых',
  'update.admin': 'Обновить приложение можно в Маркете портала.',
  'update.other': 'Обновить приложение может администратор портала в Маркете.',
  stays: 'Обращения отправляются как раньше, отправленное не пропадёт.',
  'renew.admin': 'Продлить можно в Маркете портала.',
  'renew.other': 'Продлить может администратор портала в Маркете.',
  closed:
    'Если портал перестанет открывать приложение, напишите другим способом: они названы под формой.',
};
