/** A failure that the command line explains in one sentence, without a stack trace. */
export class CommandError extends Error {}
