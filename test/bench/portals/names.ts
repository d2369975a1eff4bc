/** Names of the Bitrix24 that a bench runs against: all are this machine. */
export const oauthNames = { east: 'oauth-east.test', west: 'oauth-west.test' } as const;
export const portalName = (n: number): string => `firm-${n}.portals.test`;
export const certifiedNames = [...Object.values(oauthNames), '*.portals.test'];

/** How a call finds them, whoever asks. */
export const toThisMachine = {
  resolve: async (host: string): Promise<readonly string[]> => {
    if (host.endsWith('.test')) return ['127.0.0.1'];
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  },
  mayReach: (address: string): boolean => address === '127.0.0.1',
};
