import { sql, type Kysely } from 'kysely';
import { dayInShanghai } from '../../../../policies/iso-date.js';
import { academicYearOf } from '../../../../policies/school-calendar.js';
import { placeChild } from '../../register/build-school-age-register.js';
import { addFact, createChildFacts, joinFacts, type ChildFacts } from '../../register/child-facts.js';
import { SCHOOL_AGE_ORIGIN, type PublishedScope } from '../../register/student-scopes.js';
import { countyOf } from '../run/request-run.js';
import { pinnedPlaces, schoolDueBy } from '../run/run-context.js';
import { inService, type RunTools } from '../run/run-tools.js';
import { splitByIdentity } from '../splits/split-evidence.js';

type Db = Kysely<unknown>;
type Tools = Pick<RunTools, 'apart' | 'agencies' | 'rosters' | 'policies' | 'identifier' | 'now'>;

const EDUCATION = 'education';

/**
 * Where changed children belong by what all agencies say of them now, before a run has compared them. Links stay as the
 * latest run left them. On a number of which the registers do not tell one person, nothing is said: that is the run's to
 * take apart.
 *
 * @throws {RosterError} where an agency does not answer: without its word a place could be one that another outranks
 */
export async function placeChanged(changed: readonly string[], tools: Tools): Promise<PublishedScope[]> {
  const { agencies, rosters, policies, identifier, now } = tools;
  const { canonicalOf, county } = await inService(tools, async (db) => ({
    canonicalOf: await idsOfChildren(db, changed),
    county: await countyOf(db),
  }));
  const facts = new Map<string, ChildFacts>([...canonicalOf.keys()].map((id) => [id, createChildFacts(id)]));
  const answers = await Promise.all(
    [...agencies.keys()].map(async (agency) => ({
      agency,
      answer: await rosters.readStudents(agency, [...canonicalOf.keys()]),
    })),
  );
  for (const { agency, answer } of answers)
    for (const { studentId, rows } of answer.lines)
      for (const [table, stored] of Object.entries(rows))
        for (const row of stored) addFact(factsOf(facts, studentId), agency, table, row);

  const places = answers.find(({ agency }) => agency === EDUCATION)?.answer.places;
  const today = dayInShanghai(now());
  const context = {
    today,
    academicYear: academicYearOf(today),
    policy: policies.policyFor(county, today),
    schoolDueAt: schoolDueBy(pinnedPlaces.parse(places)),
  };
  const children = Map.groupBy(
    [...facts.values()],
    ({ studentId }) => canonicalOf.get(studentId) ?? studentId,
  );
  return [...children].flatMap(([canonicalId, members]) => {
    const memberIds = members.map(({ studentId }) => studentId);
    const record = { canonicalId, memberIds, facts: joinFacts(canonicalId, members) };
    const { splits } = splitByIdentity(record, (agency, key) => identifier.provisional(agency, key));
    return splits.length > 0 ? [] : placeChild(record, context).scopes;
  });
}

function factsOf(facts: ReadonlyMap<string, ChildFacts>, studentId: string): ChildFacts {
  const found = facts.get(studentId);
  if (!found) throw new Error('An agency told of an id that it was not asked for.');
  return found;
}

/** @returns by id of the changed children, those that the latest run linked with them too: the child's canonical id */
async function idsOfChildren(db: Db, changed: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; canonicalId: string }>`
    select distinct member.student_id as id, member.canonical_id as "canonicalId"
    from unnest(${[...changed]}::text[]) as asked (id)
    join student_scope own on own.student_id = asked.id and own.origin = ${SCHOOL_AGE_ORIGIN}
    join student_scope member on member.canonical_id = own.canonical_id and member.origin = ${SCHOOL_AGE_ORIGIN}`.execute(
    db,
  );
  return new Map([
    ...changed.map((id) => [id, id] as const),
    ...rows.map(({ id, canonicalId }) => [id, canonicalId] as const),
  ]);
}
