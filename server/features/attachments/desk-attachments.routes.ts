import type { Deps } from '#server/deps.ts';
import type { Agent } from '#server/features/agents/agent.ts';
import {
  downloadRoute,
  fileId,
  fileNameHeader,
  fileResponse,
  uploadRoute,
} from '#server/features/attachments/attachments.routes.ts';
import {
  attachmentView,
  findAttachment,
} from '#server/features/attachments/attachments.repository.ts';
import type { AttachmentRow } from '#server/features/attachments/attachments.table.ts';
import { storeAttachment } from '#server/features/attachments/store-attachment.ts';
import { isHidden } from '#server/features/tickets/hidden-tickets.ts';
import type { DeskEnv } from '#server/http/app-env.ts';
import { agentsOnly, deskOf } from '#server/http/desk-route.ts';
import { problems, router } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const deskUploadRoute = {
  ...uploadRoute,
  security: agentsOnly,
  request: { ...uploadRoute.request, headers: fileNameHeader, params: deskOf },
  responses: {
    201: uploadRoute.responses[201],
    ...problems(
      'sign_in.required',
      'vendor.not_allowed',
      'request.too_large',
      'attachment.type_refused',
      'attachment.empty',
    ),
  },
};
const deskDownloadRoute = {
  ...downloadRoute,
  summary: "The bytes of a file of the desk's tickets",
  security: agentsOnly,
  request: { params: deskOf.extend(fileId.shape) },
  responses: {
    200: downloadRoute.responses[200],
    ...problems('sign_in.required', 'vendor.not_allowed', 'attachment.not_found'),
  },
};

/** An agent's own uploads, and the files of tickets that are not hidden from them. */
const mayReadFile = async (deps: Deps, file: AttachmentRow, agent: Agent): Promise<boolean> =>
  file.ticketId === null || file.messageId === null
    ? file.uploaderId === agent.id
    : !(await isHidden(deps, file.tenantId, file.ticketId, agent.id));

/** Files of a desk: an agent's own uploads and every file of the desk's tickets that they may see. */
export function deskAttachmentRoutes(deps: Deps) {
  return router<DeskEnv>()
    .openapi(deskUploadRoute, async (c) => {
      const stored = await storeAttachment(deps, {
        tenantId: c.req.valid('param').vendor,
        uploaderId: c.var.agent.id,
        encodedName: c.req.header('x-file-name'),
        declaredType: c.req.header('content-type')?.split(';')[0]?.trim() ?? '',
        body: c.req.raw.body,
      });
      return stored.ok ? c.json(attachmentView(stored.value), 201) : replyProblem(stored.failure);
    })
    .openapi(deskDownloadRoute, async (c) => {
      const { vendor, id } = c.req.valid('param');
      const file = await findAttachment(deps.db, vendor, id);
      const mayRead = file && (await mayReadFile(deps, file, c.var.agent));
      return mayRead ? fileResponse(deps, file) : replyProblem({ code: 'attachment.not_found' });
    });
}
