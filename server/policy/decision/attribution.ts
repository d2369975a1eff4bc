import type { Channel } from '#shared/vocabulary.ts';
import { officialChannels } from '#server/policy/pack/official-channels.ts';
import { attributeLogin, type ChatEvidence, type RegisteredLogin } from './attribute-login.ts';
import { attributeMail, type MailEvidence, type RegisteredMail } from './attribute-mail.ts';
import type { PolicyPack } from '#server/policy/pack.ts';
import type { OfficialChannel } from '#server/policy/pack/channels.ts';

/** What has been seen of a sender. */
export type Evidence =
  | MailEvidence
  | ChatEvidence
  | {
      readonly by: 'portal';
      /** Portal whose credentials signed the request. */
      readonly portalId: string;
    };

/** What is on record to compare with. Domains and addresses are lower case ASCII. */
export interface Registered {
  readonly mail: readonly RegisteredMail[];
  readonly logins: readonly RegisteredLogin[];
  /** Portals in which the product was installed from the marketplace. */
  readonly portals: readonly { readonly portalId: string; readonly organisation: string }[];
}

/** Why a sender counts as nobody in particular. The message is registered, without a contract's rights. */
export type UnattributedReason =
  | 'no_rule'
  | 'not_registered'
  | 'not_authenticated'
  | 'not_aligned'
  | 'public_provider'
  | 'login_taken_over'
  | 'not_installed';

/** Whom a message is from, as far as the regulation lets it count. */
export type Attribution =
  | {
      readonly outcome: 'attributed';
      readonly organisation: string;
      readonly by: 'domain' | 'address' | 'account' | 'installation';
      /** Store the account's number with the login: this is its first contact (B8). */
      readonly bind?: { readonly accountId: string };
      /** The login on record is out of date: the account is the same. */
      readonly renamed?: boolean;
      readonly clause: string;
    }
  | { readonly outcome: 'quarantined'; readonly reason: 'forged'; readonly clause: string }
  | {
      readonly outcome: 'unattributed';
      readonly reason: UnattributedReason;
      /** How the person can be recognised again, where the regulation's reading offers a way. */
      readonly reverify?: 'email_code';
      readonly clause: string;
    };

const channelOf = { mail: 'mail', chat: 'telegram', portal: 'bitrix24' } as const satisfies Record<
  Evidence['by'],
  Channel
>;

/** Whether the sender of a message is somebody the regulation gives rights to. Reads nothing else. */
export function attributionOf(
  pack: PolicyPack,
  evidence: Evidence,
  registered: Registered,
): Attribution {
  const channel = officialChannels(pack.channels).find(
    ({ kind, trust }) => kind === channelOf[evidence.by] && trust,
  );
  const trust = channel?.trust;
  const clause = trust?.clause ?? channel?.clause ?? pack.widget.clause;
  if (evidence.by === 'mail' && trust?.by === 'dmarc') {
    return attributeMail(trust, clause, evidence, registered.mail);
  }
  if (evidence.by === 'chat' && trust?.by === 'registered_login') {
    return attributeLogin(trust, clause, evidence, registered.logins);
  }
  if (evidence.by === 'portal' && trust?.by === 'portal') {
    const portal = registered.portals.find(({ portalId }) => portalId === evidence.portalId);
    return portal
      ? { outcome: 'attributed', organisation: portal.organisation, by: 'installation', clause }
      : { outcome: 'unattributed', reason: 'not_installed', clause };
  }
  return { outcome: 'unattributed', reason: 'no_rule', clause };
}

/** Whether a request gains the rights of a contract, and the clause by which. */
export interface ContractRights {
  readonly gained: boolean;
  /** Undefined where no clause names who may file. */
  readonly clause: string | undefined;
}

/** Whose requests gain the rights of a contract (B6). A forged one never does, whoever may file. */
export function contractRights(
  { requesters: { submit } }: PolicyPack,
  attribution: Attribution,
): ContractRights {
  const attributed = attribution.outcome === 'attributed';
  const gains = {
    anyone: attribution.outcome !== 'quarantined',
    organisation_domain: attributed,
    listed_contacts: attributed && attribution.by !== 'domain',
  } as const satisfies Record<typeof submit.by, boolean>;
  return { gained: gains[submit.by], clause: submit.clause };
}

/** The rule of one kind of trust. */
export type TrustRule<By extends NonNullable<OfficialChannel['trust']>['by']> = Extract<
  NonNullable<OfficialChannel['trust']>,
  { by: By }
>;
