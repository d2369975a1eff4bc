import type { CatalogOf } from '#shared/i18n/catalog.ts';

/** Why an address was not reached, and what its owner can do about that. */
export const en = {
  'reason.private_address': 'the address leads into a private network',
  'reason.port': 'this port is not allowed',
  'reason.scheme': 'the address is not one of http or https',
  'reason.credentials': 'the address holds a password',
  'reason.malformed': 'the address is malformed',
  'reason.name': 'the name is not found',
  'reason.closed': 'the port is closed',
  'reason.connection': 'no connection is made, or it breaks off',
  'reason.tls': 'no secure connection',
  'reason.chain': 'the certificate comes alone, without the intermediate ones',
  'reason.issuer': 'nobody known vouches for the certificate',
  'reason.expired': 'the certificate has expired',
  'reason.other_name': 'the certificate is one of another name',
  'reason.deadline': 'no answer in time',
  'reason.redirects': 'redirects in a circle',
  'portal.unreachable': 'The portal of this request cannot be reached from outside: {reason}.',
  'portal.notLooked':
    'Whether the portal of this request can be reached was not looked at: {reason}.',
  'portal.stays': 'The request is registered all the same, and the agents see this, too',
  'portal.rule':
    'The request is registered all the same; a portal on your own server is to be reachable',
  'mend.private_address': 'Give the portal an address that can be seen from the internet.',
  'mend.name': 'Check the DNS record of the name.',
  'mend.closed': 'Let the web server run and the firewall let calls from outside through.',
  'mend.connection': 'Look into the log of the web server.',
  'mend.tls': 'Let the web server speak TLS 1.2 or newer.',
  'mend.chain':
    'Let the web server send the whole chain: its own certificate and the intermediate ones.',
  'mend.issuer': 'Put a certificate of a public authority on the web server.',
  'mend.expired': 'Renew the certificate.',
  'mend.other_name': 'Put a certificate with this very name on the web server.',
  'mend.deadline': 'Let the firewall let calls from outside through.',
  'mend.redirects': 'Check the redirects of the web server.',
} as const;

export type ReachCatalog = CatalogOf<typeof en>;
