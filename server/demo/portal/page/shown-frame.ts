/** A frame as the server wrote it into the page, or answered when one was asked for. */
export interface ShownFrame {
  readonly sid: string;
  readonly iframeName: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly appOrigin: string;
  readonly title: string;
  readonly placement: string;
  readonly slider: boolean;
  readonly isAdmin: boolean;
  readonly events: readonly string[];
  readonly silentTo: readonly string[];
}

/** What a portal's frames may use of the device; the screen is not among it. */
const allowed = 'geolocation *; microphone *; camera *; autoplay *';

/** Puts the iframe and the form that is posted into it where they belong, and posts. */
export function showFrame(into: Element, frame: ShownFrame): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.name = frame.iframeName;
  iframe.title = frame.title;
  iframe.allow = allowed;
  const form = document.createElement('form');
  form.hidden = true;
  form.method = 'post';
  form.action = frame.url;
  form.target = frame.iframeName;
  for (const [name, value] of Object.entries(frame.fields)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  into.append(iframe, form);
  form.submit();
  return iframe;
}
