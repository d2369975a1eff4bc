import type { Result } from '#shared/result.ts';
import type { Locale } from '#shared/vocabulary.ts';
import type { RecorderAttributes } from '#widget/record/recorder.ts';

export type Theme = 'light' | 'dark' | 'auto';
export type Position = 'left' | 'right';

/** What a host sets on the script tag or on the element. */
export interface WidgetSettings extends RecorderAttributes {
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
  /** CSS selector of what opens the panel when it is pressed, whenever it came to the page. */
  readonly trigger: string;
  /** Lower corner that launcher and panel stand in. */
  readonly position: Position;
  /** Their distance from the side and from below, in px; undefined leaves it to `--rg-offset-x` and `--rg-offset-y`. */
  readonly offset: readonly string[] | undefined;
}

const locales = ['uz-Cyrl', 'uz', 'en', 'ru'] as const;

/** The first language of ours among the wishes, none asked for in vain; Russian where there is none. */
export function chooseLocale(...wishes: readonly (() => string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const tag = `${wish()}`.toLowerCase();
    for (const locale of locales) if (tag.startsWith(locale.toLowerCase())) return locale;
  }
  return 'ru';
}

/** The script tag is one file and shares no code with the panel: hence no helper of results. */
const fail = (failure: string) => ({ ok: false, failure }) as const;

/** What an attribute may say, by its name without `data-`. */
const allowed = {
  theme: 'light|dark|auto',
  launcher: 'on|off',
  position: 'left|right',
  offset: '\\d+( \\d+)?',
};

/** What a script tag says, `data-` left out, before it is looked at. */
type Said = Partial<Record<'key' | 'locale' | 'launcher' | 'trigger' | 'offset', string>> &
  Partial<Omit<WidgetSettings, 'key' | 'locale' | 'launcher' | 'trigger' | 'offset' | 'api'>>;

/**
 * Settings of a script tag: `data-key` and its neighbours; the API is where the script came from, a version left out.
 *
 * @returns or the first attribute that is wrong, as a sentence for the console
 */
export function readSettings(
  script: Pick<HTMLScriptElement, 'dataset' | 'src'> | null,
  page: Pick<Document, 'documentElement' | 'querySelector'>,
): Result<WidgetSettings, string> {
  const said = { ...script?.dataset } as Said;
  const { key, locale, offset, trigger } = said;
  if (!key) return fail('data-key is missing');
  for (const [name, pattern] of Object.entries(allowed)) {
    const value = said[name as keyof typeof allowed];
    if (value !== undefined && !RegExp(`^(${pattern})$`).test(value))
      return fail(`data-${name}="${value}" is not ${pattern}`);
  }
  try {
    if (trigger) page.querySelector(trigger);
  } catch {
    return fail(`data-trigger="${trigger}" is not a selector`);
  }
  const value = {
    theme: 'auto' as Theme,
    position: 'right' as Position,
    ...said,
    key,
    // asked for by a press: at load every pattern takes its time
    get api() {
      return new URL('.', script?.src.replace(/widget\/\d[^/]*\/(?=widget\.js)/, '')).href;
    },
    locale: chooseLocale(
      () => locale,
      () => page.documentElement.lang,
      () => navigator.language,
    ),
    launcher: said.launcher !== 'off',
    trigger: `[data-reglament-open]${trigger ? `,${trigger}` : ''}`,
    offset: offset?.split(' '),
  };
  return { ok: true, value };
}
