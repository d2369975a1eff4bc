import type { Api } from '#widget/api/client.ts';

/** Says that an article helped. Nobody waits for it, and nothing is said where it does not come through. */
export const tellHelped = (read: Api['read'], slug: string): void =>
  void read(`articles/${encodeURIComponent(slug)}/uses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"use":"helped"}',
    keepalive: true,
  });
