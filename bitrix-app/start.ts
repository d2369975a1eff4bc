import type { PortalStart } from '#shared/wire/portal.ts';

/** What the server wrote into the page. It is taken out of the document once it is read. */
export function readStart(document: Document): PortalStart {
  const data = document.getElementById('start');
  const start = JSON.parse(data?.textContent ?? '') as PortalStart;
  data?.remove();
  return start;
}
