/** Takes files that somebody pastes; none beside words, for office programs copy a picture of them too. */
export function takePasted(event: ClipboardEvent, take: (files: readonly File[]) => unknown): void {
  const data = event.clipboardData;
  // a picture of a page comes with its address and a tag alone
  if (
    !data?.files.length ||
    (data.getData('text/plain') && />[^\s<]/.test(data.getData('text/html')))
  )
    return;
  event.preventDefault();
  take(Array.from(data.files));
}
