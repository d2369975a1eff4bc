import { problems } from '#desk/text/problems.ts';
import type { Language } from '#shared/vocabulary.ts';
import { fillMessage, translator, type Translate } from '#shared/i18n/catalog.ts';
import { en as enBeside } from '#shared/i18n/beside/en.ts';
import { ru as ruBeside } from '#shared/i18n/beside/ru.ts';
import { uz as uzBeside } from '#shared/i18n/beside/uz.ts';
import { en as enDesk } from '#shared/i18n/desk/en.ts';
import { en as enPayment } from '#shared/i18n/portal-payment/en.ts';
import { en as enReach } from '#shared/i18n/reach/en.ts';
import { en as enRecorded } from '#shared/i18n/recorded/en.ts';
import { ru as ruDesk } from '#shared/i18n/desk/ru.ts';
import { ru as ruPayment } from '#shared/i18n/portal-payment/ru.ts';
import { ru as ruReach } from '#shared/i18n/reach/ru.ts';
import { ru as ruRecorded } from '#shared/i18n/recorded/ru.ts';
import { uz as uzDesk } from '#shared/i18n/desk/uz.ts';
import { uz as uzPayment } from '#shared/i18n/portal-payment/uz.ts';
import { uz as uzReach } from '#shared/i18n/reach/uz.ts';
import { uz as uzRecorded } from '#shared/i18n/recorded/uz.ts';
import type { Problem } from '#shared/wire/problem.ts';

const en = { ...enDesk, ...enBeside, ...enPayment, ...enReach, ...enRecorded };
const ru = { ...ruDesk, ...ruBeside, ...ruPayment, ...ruReach, ...ruRecorded };
const uz = { ...uzDesk, ...uzBeside, ...uzPayment, ...uzReach, ...uzRecorded };
export type DeskKey = keyof typeof en;

/** One language of the desk, handed down to every element. */
export interface Words {
  readonly locale: Language;
  readonly say: Translate<DeskKey>;
  /** `п. 9` · `9-band` · `clause 9`. */
  readonly clause: (clause: string) => string;
  /** The sentence of a refusal. */
  readonly problem: (problem: Problem) => string;
}

const catalogs = { ru, uz, en } as const;

export function wordsOf(locale: Language): Words {
  const say = translator<Readonly<Record<DeskKey, (typeof en)[DeskKey]>>>(
    locale,
    catalogs[locale] as Readonly<Record<DeskKey, (typeof en)[DeskKey]>>,
  );
  return {
    locale,
    say,
    clause: (clause) => say('clause.short', { clause }),
    problem: ({ code, params }) => fillMessage(locale, problems[locale][code], params),
  };
}
