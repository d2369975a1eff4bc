/** Fetches what stands beside a request in the making, with the first written word. @throws without a connection */
export async function loadWriting() {
  const writing = await import('#widget/writing.ts');
  writing.defineWriting();
  return writing;
}
