import type { WatchCatalog } from '#shared/i18n/watch/en.ts';

export const ru: WatchCatalog = {
  'check.status': '{name}: ответ {status}, ожидался {expected}',
  'check.name': '{name}: имя не находится',
  'check.connection': '{name}: никто не отвечает',
  'check.tls': '{name}: защищённое соединение не устанавливается',
  'check.closed': '{name}: порт закрыт',
  'check.chain': '{name}: сертификат приходит один, без промежуточных',
  'check.issuer': '{name}: за сертификат не ручается никто из известных центров',
  'check.expired': '{name}: срок сертификата истёк',
  'check.other_name': '{name}: сертификат выдан на другое имя',
  'check.deadline': '{name}: нет ответа вовремя',
  'check.redirects': '{name}: переадресация по кругу',
  'check.refused': '{name}: этот адрес не проверяется',
  'silence.title': 'Наблюдение молчит',
  'silence.text': 'Ни одна проверка не дала результата с {since}.',
  'silence.one': '{name}: проверка молчит',
  'silence.oneText': 'Проверка «{name}» не дала результата с {since}. Другие проверки отвечают.',
  'outage.title': 'Сбой: {name}',
  'outage.text': 'Мы заметили сбой ({name}) и уже разбираемся.',
};
