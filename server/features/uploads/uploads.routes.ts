import { createRoute, z } from '@hono/zod-openapi';
import type { Deps } from '#server/deps.ts';
import { beginUpload } from '#server/features/uploads/begin-upload.ts';
import { continueUpload } from '#server/features/uploads/continue-upload.ts';
import { endUpload } from '#server/features/uploads/end-upload.ts';
import { finishUpload, type UploadState } from '#server/features/uploads/finish-upload.ts';
import { readMetadata } from '#server/features/uploads/metadata.ts';
import { findUpload } from '#server/features/uploads/uploads.repository.ts';
import type { RequesterEnv } from '#server/http/app-env.ts';
import { edgeProblems, problems, router, widgetKey } from '#server/http/openapi.ts';
import { replyProblem } from '#server/http/problem-reply.ts';

const pieceType = 'application/offset+octet-stream';
const bytes = z
  .string()
  .regex(/^\d{1,12}$/)
  .meta({ example: '1048576' });
const uploadId = z.object({ id: z.string().max(64) });
const bodyOf = (type: string) => ({
  body: { content: { [type]: { schema: z.string().meta({ format: 'binary' }) } } },
});
const resumable = { 'tus-resumable': z.string().optional().meta({ example: '1.0.0' }) };
const security = [{ requester: [] }];
const atTheEnd = ['attachment.type_refused', 'attachment.empty', 'request.too_large'] as const;

const beginRoute = createRoute({
  method: 'post',
  path: '/uploads',
  summary: 'Begin a resumable upload (tus 1.0), with its first piece where the body holds one',
  security,
  request: {
    headers: widgetKey.extend({
      ...resumable,
      'upload-length': bytes,
      'upload-metadata': z.string().max(4000).optional().meta({
        description: '`filename` and `filetype`, each in base64.',
        example: 'filename cGFnZS5wbmc=,filetype aW1hZ2UvcG5n',
      }),
    }),
    ...bodyOf('*/*'),
  },
  responses: {
    201: { description: '`Location` is where to go on, relative to this address' },
    ...problems(...edgeProblems, ...atTheEnd, 'upload.too_many', 'upload.version'),
  },
});
const lookRoute = createRoute({
  method: 'get',
  path: '/uploads/{id}',
  summary: 'How much of an own upload is there: HEAD, or GET without a body',
  security,
  request: { headers: widgetKey, params: uploadId },
  responses: {
    204: {
      description:
        '`Upload-Offset`; once it is whole `Attachment-Id` and `Attachment-Sha256` beside it',
    },
    ...problems(...edgeProblems, ...atTheEnd, 'attachment.not_found', 'upload.version'),
  },
});
const continueRoute = createRoute({
  method: 'patch',
  path: '/uploads/{id}',
  summary: 'The next piece of an own upload',
  security,
  request: {
    headers: widgetKey.extend({ ...resumable, 'upload-offset': bytes }),
    params: uploadId,
    ...bodyOf(pieceType),
  },
  responses: {
    204: { description: 'Kept, whole or as far as it came: see `Upload-Offset`' },
    ...problems(
      ...edgeProblems,
      ...atTheEnd,
      'attachment.not_found',
      'request.wrong_content_type',
      'upload.moved_on',
      'upload.version',
    ),
  },
});
const endRoute = createRoute({
  method: 'delete',
  path: '/uploads/{id}',
  summary: 'Give up an own upload',
  security,
  request: { headers: widgetKey.extend(resumable), params: uploadId },
  responses: {
    204: { description: 'Nothing of it is left' },
    ...problems(...edgeProblems, 'attachment.not_found', 'upload.version'),
  },
});

/** Files that come in pieces, by the tus protocol: whatever breaks, the sender goes on where it was. */
export function uploadRoutes(deps: Deps) {
  return router<RequesterEnv>()
    .openapi(beginRoute, async (c) => {
      const { identity, tenantId } = c.var;
      if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
      const headers = c.req.valid('header');
      const whose = { tenantId, uploaderId: identity.requesterId };
      const said = readMetadata(headers['upload-metadata']);
      const begun = await beginUpload(deps, whose, Number(headers['upload-length']), said);
      if (!begun.ok) return replyProblem(begun.failure);
      const { id } = begun.value;
      const first = c.req.header('content-type') === pieceType ? c.req.raw.body : null;
      const state = await continueUpload(deps, { ...whose, id }, 0, first);
      if (!state.ok) {
        await endUpload(deps, { ...whose, id });
        return replyProblem(state.failure);
      }
      return new Response(null, {
        status: 201,
        headers: { ...headersOf(state.value), location: `uploads/${id}` },
      });
    })
    .openapi(lookRoute, async (c) => {
      const { identity, tenantId } = c.var;
      if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
      const place = { tenantId, uploaderId: identity.requesterId, ...c.req.valid('param') };
      const upload = await findUpload(deps.db, place, new Date(deps.now()));
      if (!upload) return replyProblem({ code: 'attachment.not_found' });
      const state = await finishUpload(deps, upload);
      return state.ok ? noBody(state.value) : replyProblem(state.failure);
    })
    .openapi(continueRoute, async (c) => {
      const { identity, tenantId } = c.var;
      if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
      if (c.req.header('content-type') !== pieceType)
        return replyProblem({ code: 'request.wrong_content_type' });
      const place = { tenantId, uploaderId: identity.requesterId, ...c.req.valid('param') };
      const offset = Number(c.req.valid('header')['upload-offset']);
      const state = await continueUpload(deps, place, offset, c.req.raw.body);
      return state.ok ? noBody(state.value) : replyProblem(state.failure);
    })
    .openapi(endRoute, async (c) => {
      const { identity, tenantId } = c.var;
      if (identity.kind === 'nobody') return replyProblem({ code: 'identity.required' });
      const place = { tenantId, uploaderId: identity.requesterId, ...c.req.valid('param') };
      return (await endUpload(deps, place))
        ? c.body(null, 204)
        : replyProblem({ code: 'attachment.not_found' });
    });
}

const headersOf = ({ upload, attachment }: UploadState): Record<string, string> => ({
  'upload-offset': String(upload.receivedBytes),
  'upload-length': String(upload.sizeBytes),
  'upload-expires': upload.expiresAt.toUTCString(),
  'cache-control': 'no-store',
  ...(attachment && {
    'attachment-id': attachment.id,
    'attachment-sha256': attachment.sha256,
  }),
});

const noBody = (state: UploadState) =>
  new Response(null, { status: 204, headers: headersOf(state) });
