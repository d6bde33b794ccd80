import type { Resident } from './resident.entity.js';

/** The registration that counts: the latest not cancelled, else the latest of all. */
export function currentRegistration<Row extends Pick<Resident, 'registeredOn' | 'cancelledOn'>>(
  registrations: readonly Row[],
): Row | null {
  const latestFirst = registrations.toSorted((a, b) => b.registeredOn.localeCompare(a.registeredOn));
  return latestFirst.find(({ cancelledOn }) => cancelledOn === null) ?? latestFirst[0] ?? null;
}
