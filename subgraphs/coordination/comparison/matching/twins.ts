import type { ChildRecords } from '../../register/link-aliases.js';

/**
 * Whether a third record shows a brother or sister of the same age beside two: of twins, a name that is merely
 * like another's may be either's.
 */
export type TwinIndex = (a: ChildRecords, b: ChildRecords) => boolean;

export function createTwinIndex(records: readonly ChildRecords[]): TwinIndex {
  const byKin = new Map<string, ChildRecords[]>();
  for (const record of records) {
    for (const key of kinKeysOf(record)) {
      const kin = byKin.get(key);
      if (kin) kin.push(record);
      else byKin.set(key, [record]);
    }
  }
  return (a, b) =>
    [a, b].some((record) =>
      [...kinKeysOf(record)].some((key) => byKin.get(key)?.some((other) => other !== a && other !== b)),
    );
}

/** Birth date with a guardian or a household: twins share both. */
function kinKeysOf({ facts }: ChildRecords): Set<string> {
  const kin = [
    ...facts.guardians.map(({ guardianId }) => `guardian ${guardianId}`),
    ...facts.households.map(({ agency, key }) => `household ${agency} ${key}`),
  ];
  return new Set(facts.identities.flatMap(({ birthDate }) => kin.map((key) => `${birthDate} ${key}`)));
}
