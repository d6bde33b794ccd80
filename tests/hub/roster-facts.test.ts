import { isDeepStrictEqual } from 'node:util';
import { agencyKeys } from '../../cli/processes/agency-keys.js';
import { loadPolicies } from '../../policies/load-policies.js';
import { createColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import type { PinnedRoster } from '../../subgraphs/_kit/roster/roster-line.js';
import {
  addFact,
  buildChild,
  createChildFacts,
  type ChildFacts,
  type RegisterRunContext,
  type SealedNumber,
} from '../../subgraphs/coordination/register/build-school-age-register.js';
import {
  SchoolAgeEntryEntity,
  type SchoolAgeEntry,
} from '../../subgraphs/coordination/register/school-age-entry.entity.js';
import { selectColumns } from '../../subgraphs/_kit/select-columns.js';
import { toRow } from '../../subgraphs/coordination/comparison/run/child-result.js';
import { createRuleContext } from '../../subgraphs/coordination/standing/rule-context.js';
import { agencyNames } from '../../subgraphs/index.js';
import { parseIsoDate } from '../../policies/iso-date.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { testCounty } from '../support/callers.js';
import { rosterClientOf } from '../support/service.js';
import { testSettings } from '../support/test-settings.js';
import { newRun, readAll } from '../subgraphs/_kit/roster/roster-runs.js';

const agencies = new Map<string, TestAgency>();
beforeAll(async () => {
  for (const name of agencyNames) agencies.set(name, await startTestAgency(name));
});
afterAll(async () => {
  for (const agency of agencies.values()) await agency.close();
});

interface SchoolRow {
  readonly code: string;
  readonly name: string;
  readonly divisionCode: string;
}
interface CatchmentRow {
  readonly schoolCode: string;
  readonly divisionCode: string;
  readonly lowestGrade: number;
  readonly highestGrade: number;
}

function agencyOf(name: string): TestAgency {
  const agency = agencies.get(name);
  if (!agency) throw new Error(`There is no agency ${name}.`);
  return agency;
}

/** Pins every agency for one run and gathers what the rosters say of each id. */
async function readRosters() {
  const run = newRun();
  const client = rosterClientOf(...agencies.values());
  const facts = new Map<string, ChildFacts>();
  const pins = new Map<string, PinnedRoster>();
  for (const [name, agency] of agencies) {
    pins.set(name, await client.pinRoster(name, run));
    for (const { studentId, rows } of await readAll(client, agency, run)) {
      const about = facts.get(studentId) ?? createChildFacts(studentId);
      facts.set(studentId, about);
      for (const [table, records] of Object.entries(rows))
        for (const record of records) addFact(about, name, table, record);
    }
  }
  return { facts, pins };
}

async function contextOf(pins: ReadonlyMap<string, PinnedRoster>): Promise<RegisterRunContext> {
  const education = agencyOf('education');
  const rows = await education.rows<SchoolRow>(
    'select code, name, division_code as "divisionCode" from school',
  );
  const catchments = await education.rows<CatchmentRow>(
    `select school_code as "schoolCode", division_code as "divisionCode", lowest_grade as "lowestGrade",
       highest_grade as "highestGrade" from catchment`,
  );
  const classes = await education.rows<{ code: string; name: string }>('select code, name from school_class');
  const schools = new Map(rows.map((school) => [school.code, school]));
  const registers = [...pins].flatMap(([agency, { registers: pinned }]) =>
    pinned.map((row) => ({
      agency,
      row: { ...row, asOf: new Date(row.asOf), loadedAt: new Date(row.loadedAt) },
    })),
  );
  const attendance = registers.find(({ row }) => row.code === 'ATTENDANCE');
  return {
    ...createRuleContext({
      countyCode: testCounty.countyCode,
      today: parseIsoDate(testCounty.asOf),
      policies: loadPolicies(),
      schools,
      attendanceAsOf: attendance?.row.asOf,
      sheetDays: new Map(),
    }),
    runId: 'comparison',
    now: new Date(`${testCounty.asOf}T00:00:00+08:00`),
    registers,
    schools,
    classNames: new Map(classes.map(({ code, name }) => [code, name])),
    schoolDueAt: (village, grade) =>
      catchments.find(
        ({ divisionCode, lowestGrade, highestGrade }) =>
          divisionCode === village && lowestGrade <= grade && grade <= highestGrade,
      )?.schoolCode ?? null,
  };
}

const NOTHING_FOUND = { links: [], formerIds: [], discrepancies: [], splits: [], attendance: null };

function openNumber({ agency, sealed, column }: SealedNumber): string {
  const { column: key } = agencyKeys(testSettings(), 'police');
  if (!key) throw new Error('The tests have no column key.');
  return createColumnCipher(key, agency).open(sealed, column);
}

/** What of an entry does not depend on the run that made it, nor on chance. */
function comparable(entry: Partial<SchoolAgeEntry>): object {
  return { ...entry, setByRun: undefined, residentIdNumberSealed: undefined };
}

test('the entry of whom no run has joined with anybody is what the rosters of all agencies say under its id', async () => {
  const { facts, pins } = await readRosters();
  const context = await contextOf(pins);
  const coordination = agencyOf('coordination');
  const links = await coordination.rows<{ id: string }>(
    'select member_id as id from student_link union select canonical_id from student_link',
  );
  const joined = new Set(links.map(({ id }) => id));
  const built = new Map(
    [...facts]
      .filter(([id]) => !joined.has(id))
      .flatMap(([id, about]) => {
        const child = buildChild({ canonicalId: id, memberIds: [id], facts: about }, context);
        const { entry } = toRow({ ...child, ...NOTHING_FOUND }, { openNumber, seal: (plain) => plain });
        return entry ? [[id, comparable(entry)] as const] : [];
      }),
  );
  const columns = selectColumns(coordination.orm.getMetadata().get(SchoolAgeEntryEntity));
  const entries = await coordination.rows<{ entry: SchoolAgeEntry }>(
    `select to_json(entry) as entry from (select ${columns} from school_age_entry) entry order by "studentId"`,
  );
  const stored = entries.filter(({ entry }) => !joined.has(entry.studentId));
  expect(stored.length).toBeGreaterThan(500);
  expect([...built.keys()].sort()).toEqual(stored.map(({ entry }) => entry.studentId));
  const different = stored.filter(
    ({ entry }) => !isDeepStrictEqual(comparable(entry), built.get(entry.studentId)),
  );
  expect(different.slice(0, 2).map(({ entry }) => built.get(entry.studentId))).toEqual(
    different.slice(0, 2).map(({ entry }) => comparable(entry)),
  );
  expect(different).toHaveLength(0);
});
