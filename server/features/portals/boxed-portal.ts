import type { Answer } from '#shared/wire/ticket.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

/**
 * The address of the portal that a request is about, where it runs on machines of the customer; undefined
 * where the form asks for none, none is given or it is in the cloud.
 */
export function boxedPortal(
  { intake }: Pick<PolicyPack, 'intake'>,
  answers: Readonly<Record<string, Answer>>,
): string | undefined {
  const asked = intake.fields.some(({ id, kind }) => id === 'portal' && kind === 'url');
  const address = answers['portal'];
  const boxed = asked && answers['portalKind'] !== 'cloud';
  return boxed && typeof address === 'string' && address !== '' ? address : undefined;
}
