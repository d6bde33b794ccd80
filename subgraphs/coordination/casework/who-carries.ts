import type { Caller } from '../../_kit/access/caller.js';

const TOWNSHIP_DIGITS = 9;

/**
 * Whether a caller's office carries the case of a child: the township to which the case belongs does, whoever is above it,
 * and the child's school; no other township, though the child may be registered there.
 * @param townshipCode 9 or 12 digits: where the child lives
 */
export function carries(
  { jurisdiction }: Pick<Caller, 'jurisdiction'>,
  { townshipCode }: { readonly townshipCode: string },
): boolean {
  const township = townshipCode.slice(0, TOWNSHIP_DIGITS);
  return jurisdiction.some(
    ({ kind, code }) => kind !== 'DIVISION' || township.startsWith(code.slice(0, TOWNSHIP_DIGITS)),
  );
}
