import type { AnnounceBody } from '#shared/wire/announcements.ts';
import type { KnownProblemDraft } from '#shared/wire/known-problems.ts';
import { mainProduct, type ReleaseDraft } from '#shared/wire/releases.ts';

/** An invented fault of MODME that a version to come is to end. */
export const modmeProblem: KnownProblemDraft = {
  product: mainProduct,
  affectedFrom: '4.18.0',
  fixedIn: null,
  articleId: null,
  texts: {
    ru: {
      title: 'Печать чека обрезает длинное название группы',
      workaround: 'Сократите название группы до 40 знаков: на печать идёт оно.',
    },
    uz: {
      title: 'Chekda guruhning uzun nomi kesilib chiqadi',
      workaround: 'Guruh nomini 40 belgigacha qisqartiring: chekka shu nom chiqadi.',
    },
    en: {
      title: 'The printed receipt cuts a long name of a group',
      workaround: 'Shorten the name of the group to 40 characters: it is what is printed.',
    },
  },
};

/** An invented version of MODME. @param releasedOn day in the vendor's zone, `YYYY-MM-DD` */
export const modmeRelease = (releasedOn: string): ReleaseDraft => ({
  product: mainProduct,
  version: '4.18.0',
  releasedOn,
  problems: [],
  texts: {
    ru: { fixes: ['Журнал группы открывается быстрее', 'Оплата видна сразу после сохранения'] },
    uz: { fixes: ['Guruh jurnali tezroq ochiladi', 'Toʻlov saqlangan zahoti koʻrinadi'] },
    en: { fixes: ['The group’s journal opens faster', 'A payment shows as soon as it is saved'] },
  },
});

/** What the users of MODME are told of that version. */
export const modmeNews: AnnounceBody = {
  kind: 'version',
  audience: { kind: 'all' },
  texts: {
    ru: {
      title: 'Вышла версия 4.18',
      text: 'Журнал группы открывается быстрее, оплата видна сразу после сохранения.',
    },
    uz: {
      title: '4.18 versiyasi chiqdi',
      text: 'Guruh jurnali tezroq ochiladi, toʻlov saqlangan zahoti koʻrinadi.',
    },
    en: {
      title: 'Version 4.18 is out',
      text: 'The group’s journal opens faster, and a payment shows as soon as it is saved.',
    },
  },
};
