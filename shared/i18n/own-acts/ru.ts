import type { CatalogOf } from '#shared/i18n/catalog.ts';
import type { en } from '#shared/i18n/own-acts/en.ts';

export const ru: CatalogOf<typeof en> = {
  'told.escalated': 'Передано специалистам',
  'told.newsBy': 'Передано специалистам. Напишем вам до {time}',
  'told.eta': 'Передано специалистам. Больше узнаете до {time}',
  'told.release': 'Войдёт в выпуск {date}',
  'told.releaseVersion': 'Войдёт в выпуск {date}, версия {version}',
  'told.deferred': 'Отложено: {reason}',
  'acts.label': 'Что можно сделать с обращением',
  'acts.solved': 'Всё решено?',
  'act.yes': 'Да, решено',
  'act.no': 'Нет, не решено',
  'act.withdraw': 'Отозвать обращение',
  'act.appeal': 'Обжаловать',
  'note.yes': 'Запишем, что решено, и больше не спросим',
  'note.no': 'Специалисты узнают, что не решено, и вернутся к обращению',
  'note.withdraw': 'Обращение закроется, работа по нему остановится',
  'note.appeal': 'Отвечает: {to}. Написанное увидят и специалисты',
  'appeal.words': 'С чем вы не согласны',
  'acts.keep': 'Оставить как есть',
  'acts.sending': 'Отправляем…',
  'acts.waiting': 'Ответа пока нет. Не закрывайте страницу: отправим, как только получится.',
  'done.yes': 'Записали: решено',
  'done.no': 'Записали: не решено',
  'done.withdraw': 'Обращение отозвано',
  'done.appeal': 'Жалоба отправлена',
};
