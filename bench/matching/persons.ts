import type { StoredIdentities } from '../../county/load/planted-ids.js';
import { REGISTER_AGENCIES, type Child, type RegisterAgency } from '../../county/views.js';
import type { ChildRecords } from '../../subgraphs/coordination/register/child-records.js';

/** Who really stands behind the rows of a generated county. */
export interface Persons {
  add(child: Child, stored: StoredIdentities): void;
  /** Keys of the children whom a record's rows are about; more than one where rows of two persons were taken for one's. */
  of(record: ChildRecords): ReadonlySet<string>;
}

export function createPersons(): Persons {
  const byRow = new Map<string, string>();
  const byId = new Map<string, Set<string>>();
  return {
    add(child, stored) {
      for (const agency of REGISTER_AGENCIES) {
        for (const sourceKey of sourceKeysOf(child, agency)) {
          byRow.set(`${agency} ${sourceKey}`, child.key);
          const id = stored(agency)?.storedId(sourceKey);
          if (id === undefined) continue;
          const persons = byId.get(id);
          if (persons) persons.add(child.key);
          else byId.set(id, new Set([child.key]));
        }
      }
    },
    of({ memberIds, facts }) {
      const rows = facts.identities.flatMap(
        ({ agency, sourceKey }) => byRow.get(`${agency} ${sourceKey}`) ?? [],
      );
      return new Set(rows.length > 0 ? rows : memberIds.flatMap((id) => [...(byId.get(id) ?? [])]));
    },
  };
}

function sourceKeysOf(child: Child, agency: RegisterAgency): readonly string[] {
  const { police, education, civilAffairs, disability, labour, poverty } = child;
  const views = {
    police: [police, ...(police?.registrations ?? [])],
    education: [education, ...(education?.statusRecords ?? [])],
    'civil-affairs': [civilAffairs],
    disability: [disability],
    labour: [labour],
    poverty: [poverty],
  } as const;
  return [...new Set(views[agency].flatMap((view) => view?.sourceKey ?? []))];
}
