import { languages, type Language } from '#shared/vocabulary.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How one agent likes the page; kept in the browser. */
export interface Preferences {
  readonly locale: Language;
  readonly theme: Theme;
  /** Width of the queue, CSS pixels. */
  readonly queueWidth: number;
  /** The desk that was open last. */
  readonly vendor?: string;
}

export const queueWidthLimits = { least: 320, usual: 372, most: 460 } as const;

const storageKey = 'reglament.desk';

/** Anything unreadable falls back: the browser's language where we speak it, else Russian. */
export function readPreferences(
  storage: Pick<Storage, 'getItem'>,
  wanted: readonly string[],
): Preferences {
  const known = stored(storage);
  const spoken = wanted
    .map((tag) => languages.find((locale) => tag.toLowerCase().startsWith(locale)))
    .find((locale) => locale !== undefined);
  return {
    locale: languages.find((locale) => locale === known.locale) ?? spoken ?? 'ru',
    theme: themes.find((theme) => theme === known.theme) ?? 'system',
    queueWidth: clampQueueWidth(known.queueWidth ?? queueWidthLimits.usual),
    ...(typeof known.vendor === 'string' ? { vendor: known.vendor } : {}),
  };
}

function stored(storage: Pick<Storage, 'getItem'>): Partial<Preferences> {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

/** Not kept where storage is refused: the page still works, it only forgets. */
export function writePreferences(
  storage: Pick<Storage, 'setItem'>,
  preferences: Preferences,
): void {
  try {
    storage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    return;
  }
}

export function clampQueueWidth(width: number): number {
  const { least, usual, most } = queueWidthLimits;
  return Number.isFinite(width) ? Math.round(Math.min(most, Math.max(least, width))) : usual;
}

/** The desk an agent comes home to: the one open last, else the first where somebody waits. */
export function homeVendor<Vendor extends { readonly key: string; readonly open: number }>(
  vendors: readonly Vendor[],
  last: string | undefined,
): Vendor | undefined {
  return (
    vendors.find(({ key }) => key === last) ?? vendors.find(({ open }) => open > 0) ?? vendors[0]
  );
}
