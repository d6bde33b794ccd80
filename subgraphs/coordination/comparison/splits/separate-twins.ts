import { nameKeyOf } from '../../../_kit/identity/name-key.js';
import type { RecordedIdentity } from '../../register/child-facts.js';
import type { ChildRecords } from '../../register/child-records.js';
import { masterIdentityOf } from '../child-identity.js';
import { separate, type RegisterSplit } from './split-evidence.js';

/**
 * Keeps apart what stands on one twin's number and is the other's: birth date and sex agree and the names have a
 * surname in common, so that only the other child of the family shows whose rows they are.
 *
 * @param records the leftovers and the children beside them; a child shares a blocking key with its own twin's rows.
 */
export function separateTwins(
  records: readonly ChildRecords[],
  provisionalIdOf: (agency: string, sourceKey: string) => string,
): { readonly records: readonly ChildRecords[]; readonly splits: readonly RegisterSplit[] } {
  const owners = Map.groupBy(records, (record) => {
    const identity = masterIdentityOf(record.facts);
    return identity ? writtenKeyOf(identity) : null;
  });
  const separated = records.map((record) => {
    const master = masterIdentityOf(record.facts);
    if (!master) return { records: [record], splits: [] };
    return separate(record, provisionalIdOf, (identity) => {
      if (nameKeyOf(identity.name) === nameKeyOf(master.name)) return [];
      const twins = owners.get(writtenKeyOf(identity)) ?? [];
      return twins.some((twin) => twin !== record && areKin(twin, record)) ? ['NAME'] : [];
    });
  });
  return {
    records: separated.flatMap((part) => part.records),
    splits: separated.flatMap(({ splits }) => splits),
  };
}

function writtenKeyOf({ name, birthDate, sex }: RecordedIdentity): string {
  return `${birthDate} ${sex} ${nameKeyOf(name)}`;
}

function areKin(a: ChildRecords, b: ChildRecords): boolean {
  const guardians = new Set(a.facts.guardians.map(({ guardianId }) => guardianId));
  const households = new Set(a.facts.households.map(({ agency, key }) => `${agency} ${key}`));
  return (
    b.facts.guardians.some(({ guardianId }) => guardians.has(guardianId)) ||
    b.facts.households.some(({ agency, key }) => households.has(`${agency} ${key}`))
  );
}
