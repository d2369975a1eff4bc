import type { Locale } from '#shared/vocabulary.ts';

export type Theme = 'light' | 'dark' | 'auto';

/** What a host sets on the script tag or on the element. */
export interface WidgetSettings {
  /** Public key of the vendor's widget. */
  readonly key: string;
  /** Address that `v1/…` stands under; ends in a slash. */
  readonly api: string;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Word on the launcher; absent means the locale's own. */
  readonly label?: string;
  readonly appVersion?: string;
  readonly identity?: string;
  readonly launcher: boolean;
}

/** The first language of ours among the wishes; Russian where there is none. */
export function chooseLocale(...wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.slice(0, 2).toLowerCase();
    if (language === 'ru' || language === 'uz' || language === 'en') return language;
  }
  return 'ru';
}

/** Settings of a script tag: `data-key` and its neighbours; the API is where the script came from. */
export function readSettings(script: HTMLScriptElement, page: Document): WidgetSettings {
  const { key, locale, theme, label, appVersion, identity, launcher } = script.dataset;
  return {
    key: key ?? '',
    api: new URL('.', script.src).href,
    locale: chooseLocale(locale, page.documentElement.lang, navigator.language),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    launcher: launcher !== 'off',
    ...(label && { label }),
    ...(appVersion && { appVersion }),
    ...(identity && { identity }),
  };
}
