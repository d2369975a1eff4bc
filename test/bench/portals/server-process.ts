import { portalHttp } from '#server/features/portals/portal-http.ts';
import { serve, shippedParts } from '#server/serve.ts';
import { oauthNames, toThisMachine } from '#test/bench/portals/names.ts';

// The server as it ships, beside a Bitrix24 of this machine.

const port = process.env['BENCH_PORT'] ?? '';
const ca = process.env['BENCH_CA'] ?? '';

process.exitCode = await serve(process.env, {
  ...shippedParts,
  portals: {
    http: portalHttp({ ca, ...toThisMachine }),
    oauthHosts: {
      east: `https://${oauthNames.east}:${port}`,
      west: `https://${oauthNames.west}:${port}`,
    },
  },
});
