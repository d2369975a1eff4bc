import type { PortalPaymentCatalog } from '#shared/i18n/portal-payment/en.ts';

export const ru: PortalPaymentCatalog = {
  'payment.trial': {
    one: 'Пробный период: остался {count} день',
    few: 'Пробный период: осталось {count} дня',
    many: 'Пробный период: осталось {count} дней',
    other: 'Пробный период: осталось {count} дня',
  },
  'payment.trialOpen': 'Пробный период',
  'payment.trialLast': 'Пробный период: последний день',
  'payment.trial_ended': 'Пробный период закончился',
  'payment.ending': {
    one: 'Подписка закончится через {count} день',
    few: 'Подписка закончится через {count} дня',
    many: 'Подписка закончится через {count} дней',
    other: 'Подписка закончится через {count} дня',
  },
  'payment.endingLast': 'Подписка заканчивается сегодня',
  'payment.ended': 'Подписка закончилась',
};
