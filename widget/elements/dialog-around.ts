/** The dialog that a node stands in, through every shadow. */
export const dialogAround = (node: Node | null): HTMLDialogElement | undefined =>
  node instanceof HTMLDialogElement
    ? node
    : node
      ? dialogAround(node instanceof ShadowRoot ? node.host : node.parentNode)
      : undefined;
