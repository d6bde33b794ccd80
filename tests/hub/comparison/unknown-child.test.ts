import { bureauOfficer } from '../../subgraphs/education/education-callers.js';
import { callerAs } from '../../support/callers.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies();
}, PATIENCE_MS);
afterAll(() => hub.close());

interface Entry {
  readonly standing: string;
  readonly basis: string;
  readonly residence: string | null;
  readonly source: string | null;
}
const entryOf = async (id: string) =>
  (
    await hub.of('coordination').rows<Entry>(
      `select standing, standing_basis as basis, residence_division_code as residence, residence_source as source
       from school_age_entry where student_id = ?`,
      id,
    )
  )[0];
const discrepanciesOf = (id: string) =>
  hub.of('coordination').rows<{ kind: string; proposal: string | null; evidence: { register: string }[] }>(
    `select kind, proposed_disposition as proposal, evidence from discrepancy
     where student_id = ? and state = 'OPEN'`,
    id,
  );

/** Writes a household with one child into the census of a village. */
async function screens(member: object): Promise<{ id: string; village: string; householdId: string }> {
  const [assignment] = await hub.of('education').rows<{ code: string; village: string }>(
    `select code, division_code as village from screening_assignment
     where campaign_code like 'SCHOOL_%' order by 1 limit 1`,
  );
  const { code = '', village = '' } = assignment ?? {};
  const { data } = await hub
    .of('education')
    .ask<{ recordHouseholdScreening: { householdId: string; errors: [] } }>(
      bureauOfficer,
      `mutation ($input: RecordHouseholdScreeningInput!) {
       recordHouseholdScreening(input: $input) { householdId errors { code } } }`,
      {
        input: {
          idempotencyKey: `unknown-${(serial += 1)}-child`,
          assignmentCode: code,
          householdNumber: `unknown-${serial}`,
          householderName: '潘大山',
          visitedOn: '2026-11-12',
          visitorPost: 'VILLAGE_CADRE',
          result: 'VISITED',
          members: [member],
        },
      },
    );
  expect(data.recordHouseholdScreening.errors).toEqual([]);
  const { householdId } = data.recordHouseholdScreening;
  const [row] = await hub
    .of('education')
    .rows<{ id: string }>(
      'select student_id as id from household_member_screening where household_id = ?',
      householdId,
    );
  return { id: row?.id ?? '', village, householdId };
}
let serial = 0;
const stranger = (part: object = {}) => ({
  relation: 'OTHER_KIN',
  name: '潘小山',
  sex: 'FEMALE',
  birthDate: '2016-02-29',
  attainedLevel: 'NONE',
  schooling: 'NEVER_ENROLLED',
  checkedBy: '普查员',
  checkedOn: '2026-11-12',
  ...part,
});

test(
  'a child whom no register knows becomes a child of the school-age register, and a discrepancy',
  async () => {
    const found = await screens(stranger());
    const studies = await screens(
      stranger({ name: '潘小水', birthDate: '2015-02-27', schooling: 'STUDIES_OUT_OF_PROVINCE' }),
    );
    expect(await entryOf(found.id)).toBeUndefined();
    const run = await hub.compare();
    expect({ state: run.state, problems: run.problems }).toEqual({ state: 'COMPLETED', problems: [] });

    expect(await entryOf(found.id)).toEqual({
      standing: 'OUT_OF_SCHOOL',
      basis: 'NEVER_ENROLLED',
      residence: found.village,
      source: 'OTHER_REGISTER',
    });
    const [discrepancy, ...others] = await discrepanciesOf(found.id);
    expect(others).toEqual([]);
    expect(discrepancy).toMatchObject({ kind: 'NEVER_ENROLLED', proposal: 'CONFIRMED_NOT_ENROLLED' });
    expect(discrepancy?.evidence.map(({ register }) => register)).toEqual([
      'RESIDENTS',
      'STUDENT_STATUS',
      'FIELD_SCREENING',
    ]);

    expect(await entryOf(studies.id)).toMatchObject({ standing: 'IN_SCHOOL', basis: 'FIELD_FINDING' });
    expect(await discrepanciesOf(studies.id)).toMatchObject([
      { kind: 'PERSON_WITHOUT_STATUS', proposal: 'IN_SCHOOL_OUT_OF_PROVINCE' },
    ]);
  },
  PATIENCE_MS,
);

test(
  'those of the generated county are found, as its truth file says',
  async () => {
    const unknown = await hub.of('education').rows<{ id: string }>(
      `select student_id as id from household_member_screening
       where relation = 'OTHER_KIN' and schooling = 'NEVER_ENROLLED' and household_id not in
         (select household_id from household_screening where householder_name = '潘大山')`,
    );
    expect(unknown.length).toBeGreaterThan(0);
    for (const { id } of unknown)
      expect(await discrepanciesOf(id)).toMatchObject([
        { kind: 'NEVER_ENROLLED', proposal: 'CONFIRMED_NOT_ENROLLED' },
      ]);
  },
  PATIENCE_MS,
);

test(
  'a census moves nobody: a child written down in another village lives and is reached where it was',
  async () => {
    const [pupil] = await hub.of('coordination').rows<{ id: string; residence: string }>(
      `select student_id as id, residence_division_code as residence from school_age_entry
       where standing_basis = 'ON_THE_ROLL' and residence_source = 'SCHOOL_RECORD'
         and residence_division_code like '520625%' order by 1 limit 1`,
    );
    const { id = '', residence } = pupil ?? {};
    const before = await entryOf(id);
    const scopesOf = () =>
      hub
        .of('coordination')
        .rows('select kind, code from student_scope where canonical_id = ? order by 1, 2', id);
    const scopes = await scopesOf();
    await screens(stranger({ studentId: id, schooling: 'DROPPED_OUT', birthDate: '2014-01-01' }));
    expect((await hub.compare()).state).toBe('COMPLETED');
    expect(await entryOf(id)).toEqual(before);
    expect((await entryOf(id))?.residence).toBe(residence);
    expect(await scopesOf()).toEqual(scopes);
    const office = { ...callerAs('coordination-officer'), purpose: 'REGISTER_COMPARISON' };
    const { data } = await hub.of('coordination').askForStudents<{ id: string }>(office, [id], 'id');
    expect(data._entities).toEqual([{ id }]);
  },
  PATIENCE_MS,
);
