import type { CaptureContext } from '#shared/wire/capture.ts';
import type { PortalProof } from '#shared/wire/portal.ts';
import type { Answer } from '#shared/wire/ticket.ts';
import type { PolicyPack } from '#server/policy/pack.ts';

type Form = Pick<PolicyPack, 'intake'>;
type Answers = Readonly<Record<string, Answer>>;

/**
 * The fields of a regulation's form that a portal answers by itself: its address, and its kind where it is in the
 * cloud. Of a box only its people know whether it is closed to the internet.
 */
export function provenAnswers({ intake }: Form, portal: PortalProof): Record<string, string> {
  const asks = (id: string, answer: string) =>
    intake.fields.some(
      (field) => field.id === id && (field.choices?.some((choice) => choice.id === answer) ?? true),
    );
  return {
    ...(asks('portal', '') && { portal: `https://${portal.domain}` }),
    ...(portal.kind === 'cloud' && asks('portalKind', 'cloud') && { portalKind: 'cloud' }),
  };
}

/** The answers of a request from a portal: what is proven stands in the place of what was sent. */
export function answersFrom(
  pack: Form,
  category: string,
  portal: PortalProof,
  sent: Answers,
): Answers {
  const asked = new Set(
    pack.intake.fields.flatMap(({ id, categories }) =>
      (categories?.includes(category) ?? true) ? [id] : [],
    ),
  );
  const proven = Object.entries(provenAnswers(pack, portal)).filter(([id]) => asked.has(id));
  const answers = { ...sent, ...Object.fromEntries(proven) };
  // a box is none of the other kinds, whichever of its own it is
  const kind = answers['portalKind'];
  const denied = portal.kind === 'box' && typeof kind === 'string' && !kind.startsWith('box');
  return denied ? { ...answers, portalKind: 'box' } : answers;
}

/** What the page told of itself, without what is proven of its portal: of that the version alone belongs here. */
export function contextFrom({ version }: PortalProof, told: CaptureContext): CaptureContext {
  const { portal: _portal, license: _license, ...extra } = told.extra ?? {};
  return { ...told, appVersion: version, extra };
}
