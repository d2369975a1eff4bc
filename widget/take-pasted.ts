/** Where files go. */
interface Taker {
  addFiles(files: readonly File[]): unknown;
}

/**
 * Takes files that somebody pastes; none beside words, for office programs copy a picture of them too. A long log
 * becomes a file itself: a field would cut it and not say so.
 */
export function takePasted(event: ClipboardEvent, taker: Taker): void {
  const data = event.clipboardData as DataTransfer;
  const text = data.getData('text/plain');
  const field = event.composedPath()[0] as HTMLTextAreaElement;
  // half of what a field still takes: nothing of it is lost
  const files = (field.value + text + text)[19_999]
    ? [new File([text], 'log.txt', { type: 'text/plain' })]
    : // a picture of a page comes with its address and a tag alone
      />[^\s<]/.test(data.getData('text/html'))
      ? []
      : [...data.files];
  if (files[0]) {
    event.preventDefault();
    taker.addFiles(files);
  }
}
