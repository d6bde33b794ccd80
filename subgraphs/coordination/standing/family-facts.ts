import { addFact, createChildFacts, type ChildFacts } from '../register/child-facts.js';
import { HOUSEHOLD_SOURCES } from './household-sources.js';

/** Gathers the rows of a few children, with those of their households, as they are stored. */
export interface FamilyFacts {
  /** @param table table name; `row` by property name. */
  take(agency: string, table: string, row: object): void;
  /** The facts of every id that a row was stored under, households joined to their members. */
  children(): ReadonlyMap<string, ChildFacts>;
}

type StoredRow = Readonly<Record<string, unknown>>;

export function createFamilyFacts(): FamilyFacts {
  const byId = new Map<string, ChildFacts>();
  const households: { agency: string; table: string; key: string; row: StoredRow }[] = [];
  const memberships: { studentId: string; agency: string; table: string; key: string }[] = [];

  const factsOf = (studentId: string) => {
    const facts = byId.get(studentId) ?? createChildFacts(studentId);
    byId.set(studentId, facts);
    return facts;
  };

  return {
    take(agency, table, row) {
      const stored = row as StoredRow;
      for (const source of HOUSEHOLD_SOURCES) {
        if (source.agency !== agency) continue;
        const { household, householdKey, member, memberKey } = source;
        const key = stored[table === household ? householdKey : memberKey];
        const studentId = stored['studentId'];
        if (typeof key !== 'string') continue;
        if (table === household) households.push({ agency, table, key, row: stored });
        else if (table === member && typeof studentId === 'string')
          memberships.push({ studentId, agency, table: household, key });
      }
      if (typeof stored['studentId'] === 'string') addFact(factsOf(stored['studentId']), agency, table, row);
    },
    children() {
      for (const { studentId, agency, table, key } of memberships.splice(0)) {
        const household = households.find((h) => h.agency === agency && h.table === table && h.key === key);
        if (household) addFact(factsOf(studentId), agency, table, household.row);
      }
      return byId;
    },
  };
}
