import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from './en.ts';

export const uz: CatalogOf<typeof en> = {
  'recorded.console': 'Konsol',
  'recorded.failedRequests': 'Soʻrov xatolari',
  'recorded.trail': 'Amallar',
  'recorded.lines': { one: '{count} ta satr', other: '{count} ta satr' },
  'recorded.noAnswer': 'javob yoʻq',

  'step.press': '«{name}» bosiladi',
  'step.pressNameless': 'Bosiladi ({role})',
  'step.fill': '«{name}» toʻldiriladi',
  'step.fillNameless': 'Maydon toʻldiriladi ({role})',
  'step.go': '{name} sahifasi ochiladi',
};
