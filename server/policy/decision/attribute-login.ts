import type { Attribution, TrustRule } from './attribution.ts';

/** Who wrote in a messenger. */
export interface ChatEvidence {
  readonly by: 'chat';
  /** Number of the account: stays when the login changes. */
  readonly accountId: string;
  /** Without @; null where the account has none. */
  readonly login: string | null;
}

/** A login that a contract names, and the account that first wrote with it. */
export interface RegisteredLogin {
  readonly organisation: string;
  readonly login: string;
  /** Null until the first contact. */
  readonly accountId: string | null;
}

/**
 * Whether a chat message comes from the person of the contract (B8). The first account that writes
 * with the login is bound to it: it stays the same person after a rename, and whoever takes the
 * freed login is nobody.
 */
export function attributeLogin(
  rule: TrustRule<'registered_login'>,
  clause: string,
  { accountId, login }: ChatEvidence,
  registered: readonly RegisteredLogin[],
): Attribution {
  const byLogin = registered.find((one) => login !== null && sameLogin(one.login, login));
  const attributed = { outcome: 'attributed', by: 'account', clause } as const;
  if (rule.binding === 'login') {
    return byLogin
      ? { ...attributed, organisation: byLogin.organisation }
      : { outcome: 'unattributed', reason: 'not_registered', clause };
  }

  const bound = registered.find((one) => one.accountId === accountId);
  if (bound) {
    const renamed = login === null || !sameLogin(bound.login, login);
    return { ...attributed, organisation: bound.organisation, ...(renamed ? { renamed } : {}) };
  }
  if (byLogin?.accountId === null) {
    return { ...attributed, organisation: byLogin.organisation, bind: { accountId } };
  }
  return {
    outcome: 'unattributed',
    reason: byLogin ? 'login_taken_over' : 'not_registered',
    ...(rule.reverify === 'email_code' ? { reverify: rule.reverify } : {}),
    clause,
  };
}

const sameLogin = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (login: string): string => login.replace(/^@/, '').toLowerCase();
