/** Takes files that somebody pastes; none beside words, for office programs copy a picture of them too. */
export function takePasted(event: ClipboardEvent, take: (files: readonly File[]) => unknown): void {
  const { clipboardData: data } = event;
  if (!data?.files.length || (data.getData('text/html') && data.getData('text/plain'))) return;
  event.preventDefault();
  take([...data.files]);
}
