import type { PortalAppCatalog } from '#shared/i18n/portal-app/en.ts';

export const ru: PortalAppCatalog = {
  title: 'Поддержка {name}',
  who: 'Кто обращается',
  provenBy: 'Подтверждено порталом',
  unnamed: 'Сотрудник портала',
  portal: 'Портал',
  address: 'Адрес',
  kind: 'Вид',
  cloud: 'Облачный',
  box: 'На своём сервере',
  deal: 'Сделка',
  license: 'Тариф',
  unknown: 'Не указано',
  tokensStay: 'Ключи доступа портала специалистам не передаются.',
  noFrame: 'Портал не отвечает. Написанное сохраняется, отправить его всё равно можно.',
};
