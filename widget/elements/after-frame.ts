/** Once the next frame is painted: what a person need not have in it makes it late. */
export const afterFrame = (act: () => void): void =>
  void requestAnimationFrame(() => requestAnimationFrame(act));
