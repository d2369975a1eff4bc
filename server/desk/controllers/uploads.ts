import type { ReactiveControllerHost } from 'lit';
import type { Result } from '#shared/result.ts';
import type { AttachmentView } from '#shared/wire/ticket.ts';

/** Sends files one by one as they come and knows which are under way; leaving the page stops them. */
export function uploadsController(
  host: ReactiveControllerHost,
  upload: (file: File, signal: AbortSignal) => Promise<Result<AttachmentView>>,
) {
  const uploading: { readonly name: string }[] = [];
  let running = new AbortController();
  host.addController({
    hostConnected: () => {
      running = new AbortController();
    },
    hostDisconnected: () => running.abort(),
  });

  return {
    get uploading(): readonly { readonly name: string }[] {
      return uploading;
    },
    /** Undefined when the page was left before the file had gone. */
    async add(file: File): Promise<Result<AttachmentView> | undefined> {
      const { signal } = running;
      const entry = { name: file.name };
      uploading.push(entry);
      host.requestUpdate();
      const result = await upload(file, signal);
      uploading.splice(uploading.indexOf(entry), 1);
      host.requestUpdate();
      return signal.aborted ? undefined : result;
    },
  };
}
