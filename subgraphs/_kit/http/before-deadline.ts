/** An answer took so long that nobody waits for it any more; its name stands in the log. */
export class RequestTimeoutError extends Error {
  override readonly name = 'RequestTimeoutError';
}

/**
 * Waits for an answer, and no longer than a time; what is late then may still end, and nobody hears of it.
 * @throws {RequestTimeoutError}
 */
export async function beforeDeadline<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new RequestTimeoutError()), milliseconds);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    // Its failure, should it come, is nobody's any more.
    answer.catch(() => undefined);
  }
}
