import { spelled } from '#shared/i18n/cyrillic.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { TestServer } from '#test/support/server.ts';

/** A consent as a pack asks for one. */
export const sampleConsent: NonNullable<PolicyPack['consent']> = {
  as: 'tick',
  text: spelled({
    ru: 'Согласен на обработку персональных данных на условиях {document}',
    uz: 'Shaxsiy maʼlumotlarni {document} shartlarida qayta ishlashga roziman',
    en: 'I agree to the use of my personal data as {document} says',
  }),
  document: spelled({ ru: 'Политики', uz: 'Siyosat', en: 'the policy' }),
  href: 'https://modme.example/privacy',
  version: '2026-11',
  clause: '3',
};

/** Lets a vendor ask for a consent from now on, or for none. */
export function askForConsent(
  { deps, live }: Pick<TestServer, 'deps' | 'live'>,
  vendor: string,
  consent: PolicyPack['consent'],
): void {
  const all = deps.policies.vendors.flatMap((name) => [...deps.policies.editions(name)]);
  live.replace(
    all.map((policy) =>
      policy.pack.vendor === vendor ? { ...policy, pack: { ...policy.pack, consent } } : policy,
    ),
  );
}
