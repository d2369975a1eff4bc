import { createRoute, z } from '@hono/zod-openapi';
import { attachmentView as attachmentSchema } from '#shared/wire/ticket.ts';
import type { Deps } from '#server/deps.ts';
import {
  attachmentView,
  findAttachment,
} from '#server/features/attachments/attachments.repository.ts';
import type { AttachmentRow } from '#server/features/attachments/attachments.table.ts';
import { storeAttachment } from '#server/features/attachments/store-attachment.ts';
import { messageKind } from '#server/features/messages/messages.repository.ts';
import { findOwnTicket } from '#server/features/tickets/tickets.repository.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, json, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

/** The same at the desk and at the requester's side, but for who signs in. */
export const fileNameHeader = z.object({
  'x-file-name': z.string().max(2000).optional().meta({ description: 'Percent-encoded.' }),
});

/** The path of one file. */
export const fileId = z.object({ id: z.string().max(64) });

/** Storing a file: the same way on both sides. */
export const uploadRoute = createRoute({
  method: 'post',
  path: '/attachments',
  summary: 'Upload one file as the raw body',
  security: [{ requester: [] }],
  request: {
    headers: widgetKey.extend(fileNameHeader.shape),
    body: { content: { '*/*': { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: {
    201: { description: 'Stored', content: json(attachmentSchema) },
    ...problems(
      ...edgeProblems,
      'request.too_large',
      'attachment.type_refused',
      'attachment.empty',
    ),
  },
});

/** The same at the desk and at the requester's side, but for who signs in. */
export const downloadRoute = createRoute({
  method: 'get',
  path: '/attachments/{id}',
  summary: 'The bytes of a file of an own ticket',
  security: [{ requester: [] }],
  request: { headers: widgetKey, params: fileId },
  responses: {
    200: {
      description: 'Never inline, never sniffed',
      content: { '*/*': { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...problems(...edgeProblems, 'attachment.not_found'),
  },
});

/** Files of the requester's side: one's own uploads and the files of one's own tickets. */
export function attachmentRoutes(deps: Deps) {
  return router<RequesterEnv>()
    .openapi(uploadRoute, async (c) => {
      const { identity, tenantId } = c.var;
      if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
      const stored = await storeAttachment(deps, {
        tenantId,
        uploaderId: identity.requesterId,
        encodedName: c.req.header('x-file-name'),
        declaredType: c.req.header('content-type')?.split(';')[0]?.trim() ?? '',
        body: c.req.raw.body,
      });
      return stored.ok ? c.json(attachmentView(stored.value), 201) : replyProblem(stored.failure);
    })
    .openapi(downloadRoute, async (c) => {
      const { identity, tenantId } = c.var;
      if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
      const file = await findAttachment(deps.db, tenantId, c.req.valid('param').id);
      const mayRead =
        file &&
        (file.uploaderId === identity.requesterId ||
          (file.messageId !== null &&
            (await requesterMayRead(deps, tenantId, identity.requesterId, file))));
      return mayRead ? fileResponse(deps, file) : replyProblem({ code: 'attachment.not_found' });
    });
}

/** A file in a public message of an own ticket; a note's file stays at the desk. */
async function requesterMayRead(
  deps: Deps,
  tenantId: string,
  requesterId: string,
  file: AttachmentRow,
): Promise<boolean> {
  if (file.ticketId === null || file.messageId === null) return false;
  if (!(await findOwnTicket(deps.db, tenantId, requesterId, file.ticketId))) return false;
  const kind = await messageKind(deps.db, tenantId, file.messageId);
  return kind !== undefined && kind !== 'note';
}

/** Bytes that no browser may run: attachment, no sniffing, no scripts, no other origin's page. */
export async function fileResponse(deps: Deps, file: AttachmentRow): Promise<never> {
  const body = await deps.files.read(file.tenantId, file.id);
  return new Response(body, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.sizeBytes),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    },
  }) as never;
}
