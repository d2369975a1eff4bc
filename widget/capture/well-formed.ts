const svgSpace = 'http://www.w3.org/2000/svg';
const name = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

/** The same element under a name that XML can say, as it would be shown by HTML: unknown, without a look of its own. */
function renamed(copy: Element): Element {
  const { ownerDocument, namespaceURI } = copy;
  const plain =
    namespaceURI === svgSpace
      ? ownerDocument.createElementNS(svgSpace, 'g')
      : ownerDocument.createElement('span');
  for (const { name, value } of copy.attributes) plain.setAttribute(name, value);
  plain.append(...copy.childNodes);
  copy.replaceWith(plain);
  return plain;
}

/**
 * Makes a copy of a page sayable in XML, in which the browser draws it: what office programs paste (`<o:p>`), stray
 * quotes and attributes of templates are read by HTML alone, and one of them would fail the whole picture.
 */
export function makeWellFormed(copy: Element): void {
  for (const element of copy.querySelectorAll('*')) {
    const wrong = element
      .getAttributeNames()
      .filter((said) => !name.test(said) && !element.getAttributeNode(said)?.namespaceURI);
    for (const said of wrong) element.removeAttribute(said);
    if (!name.test(element.localName)) renamed(element);
  }
}
