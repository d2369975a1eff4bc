import type { Deps } from '#server/deps.ts';
import {
  downloadRoute,
  fileResponse,
  uploadRoute,
} from '#server/features/attachments/attachments.routes.ts';
import { findAttachment } from '#server/features/attachments/attachments.repository.ts';
import { storeAttachment } from '#server/features/attachments/store-attachment.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

/** Files of a desk: an agent's own uploads and every file of the desk's tickets. */
export function deskAttachmentRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi({ ...uploadRoute, security: [{ agent: [] }] }, async (c) => {
      const stored = await storeAttachment(deps, {
        tenantId: c.req.param('vendor') ?? '',
        uploaderId: c.var.agent.id,
        encodedName: c.req.header('x-file-name'),
        declaredType: c.req.header('content-type')?.split(';')[0]?.trim() ?? '',
        body: c.req.raw.body,
      });
      return stored.ok ? c.json(stored.value, 201) : replyProblem(stored.failure);
    })
    .openapi({ ...downloadRoute, security: [{ agent: [] }] }, async (c) => {
      const file = await findAttachment(
        deps.db,
        c.req.param('vendor') ?? '',
        c.req.valid('param').id,
      );
      const mayRead = file && (file.messageId !== null || file.uploaderId === c.var.agent.id);
      return mayRead ? fileResponse(deps, file) : replyProblem({ code: 'attachment.not_found' });
    });
}
