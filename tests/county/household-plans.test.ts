import { startTestAgency, type TestAgency } from '../support/agency.js';
import { callerAs } from '../support/callers.js';

interface Joined {
  readonly studentId: string;
  readonly planNumber: string;
  readonly scope: string;
  readonly subject: string;
  readonly basis: string;
  readonly days: { readonly drawnUp: string; readonly joined: string; readonly left: string | null };
  readonly hasLeft: boolean;
}

let coordination: TestAgency;
let police: TestAgency;
let poverty: TestAgency;
let joined: readonly Joined[];
beforeAll(async () => {
  [coordination, police, poverty] = await Promise.all([
    startTestAgency('coordination'),
    startTestAgency('police'),
    startTestAgency('poverty'),
  ]);
  joined = await coordination.rows<Joined>(
    `select joined.student_id as "studentId", plan_number as "planNumber", scope, plan.student_id as subject, basis,
       left_on is not null as "hasLeft", json_build_object('drawnUp', drawn_up_on, 'joined', joined_on, 'left', left_on) as days
     from support_plan_child joined join support_plan plan using (plan_number)`,
  );
});
afterAll(() => Promise.all([coordination.close(), police.close(), poverty.close()]));

/** Households of children by a register. */
async function householdsBy(agency: TestAgency, query: string): Promise<Map<string, string[]>> {
  const rows = await agency.rows<{ id: string; household: string }>(query);
  const byChild = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byChild].map(([id, own]) => [id, own.map(({ household }) => household)]));
}

test('some children have joined the plan of their household, and one has left it again', () => {
  expect(joined.filter(({ hasLeft }) => !hasLeft).length).toBeGreaterThan(1);
  expect(joined.filter(({ hasLeft }) => hasLeft).length).toBeGreaterThan(0);
});

test('who joined is of the household by the register that says so, after the plan was drawn up', async () => {
  const registers = new Map([
    [
      'HOUSEHOLD_REGISTER',
      await householdsBy(police, 'select student_id as id, household_id as household from resident'),
    ],
    [
      'POVERTY_REGISTER',
      await householdsBy(
        poverty,
        'select student_id as id, household_code as household from poverty_household_member',
      ),
    ],
  ]);
  for (const { studentId, subject, scope, basis, days } of joined) {
    expect(scope).toBe('HOUSEHOLD');
    expect(studentId).not.toBe(subject);
    const households = registers.get(basis);
    expect(households?.get(studentId)).toBeDefined();
    expect(households?.get(studentId)).toEqual(households?.get(subject));
    expect(days.joined >= days.drawnUp).toBe(true);
    expect(days.left === null || days.left > days.joined).toBe(true);
  }
});

test('a plan counts the children that it shows, and is not shown on the one that left', async () => {
  interface Shown {
    readonly casework: {
      readonly plans: readonly {
        readonly planNumber: string;
        readonly childCount: number;
        readonly measures: readonly object[];
        readonly children: readonly { readonly student: { readonly id: string } }[];
      }[];
    };
  }
  const { data, errors } = await coordination.askForStudents<Shown>(
    callerAs('coordination-officer'),
    joined.map(({ studentId }) => studentId),
    'casework { plans { planNumber childCount measures { measure } children { student { id } } } }',
  );
  expect(errors).toEqual([]);
  for (const [index, { studentId, subject, planNumber, hasLeft }] of joined.entries()) {
    const plan = data._entities[index]?.casework.plans.find((each) => each.planNumber === planNumber);
    if (hasLeft) {
      expect(plan).toBeUndefined();
      continue;
    }
    const ids = plan?.children.map(({ student }) => student.id);
    expect(ids).toEqual(expect.arrayContaining([subject, studentId]));
    expect(ids).toHaveLength(plan?.childCount ?? 0);
    expect(plan?.measures.length).toBeGreaterThan(0);
  }
});
