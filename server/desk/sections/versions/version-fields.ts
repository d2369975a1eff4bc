import type { ReleaseView } from '#shared/wire/releases.ts';
import type { FieldSpec } from '#desk/sections/form-spec.ts';
import type { SayVersions } from '#desk/sections/versions/version-words.ts';

/** What the browser takes as a version: three numbers, perhaps what stands before a release. */
export const versionPattern = '\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.\\-]+)?';

/** A vendor of one product need not name it. */
export const productField = (say: SayVersions): FieldSpec => ({
  kind: 'text',
  name: 'product',
  label: say('versions.product'),
  hint: say('versions.productHint'),
  longest: 40,
  pattern: '[a-z0-9]+(-[a-z0-9]+)*',
  placeholder: 'main',
});

/** A version that may stay unsaid. */
export const versionField = (name: string, label: string, hint: string): FieldSpec => ({
  kind: 'text',
  name,
  label,
  hint,
  longest: 40,
  pattern: versionPattern,
  placeholder: '1.6.0',
  optional: true,
});

/** A version of the registry; typed where there is no registry. */
export function versionPick(
  name: string,
  label: string,
  hint: string,
  {
    versions,
    value,
  }: { readonly versions: readonly ReleaseView[]; readonly value?: string | undefined },
): FieldSpec {
  const known = versions.map(({ version }) => version);
  if (known.length === 0) return versionField(name, label, hint);
  // what was typed before the registry knew it stays
  const named = value && !known.includes(value) ? [value, ...known] : known;
  const options = named.map((version) => ({ id: version, label: version }));
  return { kind: 'pick', name, label, hint, options, optional: true };
}
