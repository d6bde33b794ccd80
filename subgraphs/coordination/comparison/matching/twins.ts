import { nameKeyOf } from '../../../_kit/identity/name-key.js';
import type { ChildRecords } from '../../register/child-records.js';

/**
 * Whether a third record stands beside two that makes a name which is merely like another's somebody else's: a
 * brother or sister of the same age, or a child of the very name.
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

/** Birth date with a guardian or a household, which twins share, or with the name. */
function kinKeysOf({ facts }: ChildRecords): Set<string> {
  const names = facts.identities.map(({ birthDate, sex, name }) => `${birthDate} ${sex} ${nameKeyOf(name)}`);
  const kin = [
    ...facts.guardians.map(({ guardianId }) => `guardian ${guardianId}`),
    ...facts.households.map(({ agency, key }) => `household ${agency} ${key}`),
  ];
  return new Set([
    ...names,
    ...facts.identities.flatMap(({ birthDate }) => kin.map((key) => `${birthDate} ${key}`)),
  ]);
}
