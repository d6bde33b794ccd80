// The checker's other engines are programs of their own; this one needs nothing but itself.
process.env['RECHECK_BACKEND'] = 'pure';
const { checkSync } = await import('recheck');

const PATIENCE_MS = 20_000;

/** Whether some text makes a regular expression try for much longer than the text is long. */
export function isSafe(source: string, flags: string): boolean {
  return checkSync(source, flags, { timeout: PATIENCE_MS }).status === 'safe';
}
