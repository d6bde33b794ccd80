/** The hub's clock: real time, or one that runs on from an instant set for a demonstration or a test. */
export function createClock(startAt: Date | undefined): () => Date {
  if (!startAt) return () => new Date();
  const offset = startAt.getTime() - Date.now();
  return () => new Date(Date.now() + offset);
}
