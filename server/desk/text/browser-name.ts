const browsers = [
  ['Edge', /Edg\/(\d+)/],
  ['Yandex', /YaBrowser\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
] as const;

const systems = [
  ['Android', /Android ([\d.]+)/],
  ['iOS', /(?:iPhone|iPad).*? OS ([\d_]+)/],
  ['Windows', /Windows NT/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const;

/** `Chrome 141, Windows` from a user agent; the agent string itself when it names no known browser. */
export function browserName(userAgent: string): string {
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent));
  if (!browser) return userAgent;
  const version = browser[1].exec(userAgent)?.[1] ?? '';
  const system = systems.find(([, pattern]) => pattern.test(userAgent));
  const systemVersion = system?.[1].exec(userAgent)?.[1]?.replaceAll('_', '.');
  const systemName = system ? [system[0], systemVersion].filter(Boolean).join(' ') : undefined;
  return [`${browser[0]} ${version}`, systemName].filter(Boolean).join(', ');
}
