import { html, type TemplateResult } from 'lit';
import { translator, type Translate } from '#shared/i18n/catalog.ts';
import type { en as followUp } from '#shared/i18n/follow-up/en.ts';
import type { en as form } from '#shared/i18n/widget/en.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { FirstResponsePromise } from '#shared/wire/decision.ts';
import type { WidgetConfig } from '#shared/wire/widget-config.ts';
import { inLocale } from '#widget/in-locale.ts';

type Catalog = typeof form & typeof followUp;

/** Keys up to the sending, and those after it, which come with the screens that say them. */
export type WidgetKey = keyof Catalog;

/** One language, ready to speak. */
export interface Words {
  readonly locale: Locale;
  readonly t: Translate<WidgetKey>;
}

/** Everything a screen needs to speak about one vendor at one instant. */
export interface Ui {
  readonly words: Words;
  readonly config: WidgetConfig;
  /** IANA name of the reader's zone. */
  readonly readerZone: string;
  /** Present instant by the server's clock. */
  readonly now: number;
  /** Word on the launcher. */
  readonly launcherLabel: string;
}

/** Words of a catalog, or of two laid over each other. */
export const wordsOf = (locale: Locale, catalog: object): Words => ({
  locale,
  t: translator(locale, catalog as Catalog),
});

/** Fetches the form's catalog in one language. */
export const loadCatalog = inLocale<object>({
  ru: () => import('#shared/i18n/widget/ru.ts'),
  uz: () => import('#shared/i18n/widget/uz.ts'),
  'uz-Cyrl': () => import('#shared/i18n/widget/uz-cyrl.ts'),
  en: () => import('#shared/i18n/widget/en.ts'),
});

/** Puts elements into the slots that a filled sentence still shows: `… — {clause}`. */
export function phrase(text: string, parts: Readonly<Record<string, unknown>>): unknown[] {
  return text
    .split(/(\{\w+\})/)
    .map((piece) => (piece.startsWith('{') ? (parts[piece.slice(1, -1)] ?? piece) : piece));
}

/** A clause as a button that explains itself, by the sentences the server sent. */
export function clauseLink(ui: Pick<Ui, 'words' | 'config'>, clause: string): TemplateResult {
  const { t } = ui.words;
  const known = ui.config.clauses[clause];
  return html`<rg-clause
    .label=${t('clause.ref', { clause })}
    .text=${known?.text ?? ''}
    .href=${known?.href ?? ui.config.edition.href}
    .linkLabel=${t('clause.source')}
  ></rg-clause>`;
}

/** Why no instant is due, with the term itself where it is known: `Первый ответ за 1 рабочий день — п. 3.2`. */
export function unstatedSentence(
  ui: Pick<Ui, 'words' | 'config'>,
  { unstated = 'term_not_stated', target, clause }: FirstResponsePromise,
): unknown[] {
  const { t } = ui.words;
  const term = target ? t(`term.${target.unit}`, { count: target.value }) : '';
  return phrase(t(`unstated.${unstated}`, { term }), { clause: clauseLink(ui, clause) });
}
