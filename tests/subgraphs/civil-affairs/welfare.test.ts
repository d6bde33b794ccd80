import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { callerAs } from '../../support/callers.js';
import { newChild, VILLAGE } from '../../support/children.js';
import {
  enterAllowance,
  enterDated,
  enterFile,
  enterLeftBehind,
  enterPayment,
  enterScreening,
} from './welfare-rows.js';

type Json = Record<string, unknown>;

const STATE = 'register { state }';
const EVERY_STATE = `welfare {
  childFile { ${STATE} } subsistenceAllowance { ${STATE} } extremePovertySupport { ${STATE} } orphan { ${STATE} }
  deFactoUnattended { ${STATE} } leftBehind { ${STATE} } childInDifficulty { ${STATE} } reliefPayments { ${STATE} }
  earlyMarriageScreening { ${STATE} } parentInCustody { ${STATE} } }`;

const officer = callerAs('civil-affairs-officer');
const here = { registered: VILLAGE, residence: VILLAGE };
let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs');
});
afterAll(() => agency.close());

async function welfareOf(id: string, selection: string, at = agency): Promise<Json> {
  const { data, errors } = await at.askForStudents<{ welfare: Json }>(officer, [id], selection);
  expect(errors).toEqual([]);
  const [child] = data._entities;
  if (!child) throw new Error('The child was not answered.');
  return child.welfare;
}

async function statesOf(id: string, at = agency): Promise<Record<string, string>> {
  const welfare = (await welfareOf(id, EVERY_STATE, at)) as Record<string, { register: { state: string } }>;
  return Object.fromEntries(Object.entries(welfare).map(([name, { register }]) => [name, register.state]));
}

describe('what silence means', () => {
  test('a child registered and living here without any record has none, in every register', async () => {
    expect(new Set(Object.values(await statesOf(await newChild(agency, here))))).toEqual(
      new Set(['NO_RECORD']),
    );
  });

  test("an incomer's relief lies in the home county, but whether it is left behind is known where it lives", async () => {
    const states = await statesOf(await newChild(agency, { registered: '441900001001', residence: VILLAGE }));
    expect(states).toEqual({
      childFile: 'NO_RECORD',
      subsistenceAllowance: 'OUT_OF_COVERAGE',
      extremePovertySupport: 'OUT_OF_COVERAGE',
      orphan: 'OUT_OF_COVERAGE',
      deFactoUnattended: 'OUT_OF_COVERAGE',
      leftBehind: 'NO_RECORD',
      childInDifficulty: 'OUT_OF_COVERAGE',
      reliefPayments: 'OUT_OF_COVERAGE',
      earlyMarriageScreening: 'NO_RECORD',
      parentInCustody: 'OUT_OF_COVERAGE',
    });
  });

  test('a row is found even where the register does not cover the child', async () => {
    const id = await newChild(agency, { registered: '441900001001', residence: VILLAGE });
    await enterAllowance(agency, id);
    await enterPayment(agency, id);
    const { subsistenceAllowance, reliefPayments } = await statesOf(id);
    expect([subsistenceAllowance, reliefPayments]).toEqual(['FOUND', 'FOUND']);
  });

  test('registers that were never loaded say so', async () => {
    const bare = await startTestAgency('civil-affairs');
    try {
      await bare.rows('delete from register');
      expect(new Set(Object.values(await statesOf(await newChild(bare, here), bare)))).toEqual(
        new Set(['NOT_LOADED']),
      );
    } finally {
      await bare.close();
    }
  });
});

test('the award that holds is current; earlier ones, and a second one that holds, are history', async () => {
  const id = await newChild(agency, here);
  await enterAllowance(agency, id, { startedOn: '2023-01-01', endedOn: '2024-12-31', householdCode: 'DB-1' });
  await enterAllowance(agency, id, { startedOn: '2025-01-01', householdCode: 'DB-1' });
  await enterAllowance(agency, id, { startedOn: '2024-06-01', householdCode: 'DB-2' });
  const { subsistenceAllowance } = await welfareOf(
    id,
    `welfare { subsistenceAllowance {
      current { householdCode area category personsCovered monthlyAmountYuan startedOn endedOn division { code } }
      history { householdCode startedOn endedOn } } }`,
  );
  expect(subsistenceAllowance).toEqual({
    current: {
      householdCode: 'DB-1',
      area: 'RURAL',
      category: 'B',
      personsCovered: 3,
      monthlyAmountYuan: 1290,
      startedOn: '2025-01-01',
      endedOn: null,
      division: { code: VILLAGE },
    },
    history: [
      { householdCode: 'DB-2', startedOn: '2024-06-01', endedOn: null },
      { householdCode: 'DB-1', startedOn: '2023-01-01', endedOn: '2024-12-31' },
    ],
  });
});

test('an award that has ended is found, and is not current', async () => {
  const id = await newChild(agency, here);
  await enterAllowance(agency, id, { endedOn: '2026-11-19' });
  const { subsistenceAllowance } = await welfareOf(
    id,
    'welfare { subsistenceAllowance { register { state } current { area } history { endedOn } } }',
  );
  expect(subsistenceAllowance).toEqual({
    register: { state: 'FOUND' },
    current: null,
    history: [{ endedOn: '2026-11-19' }],
  });
});

test('every circumstance of a child is told with its own facts', async () => {
  const id = await newChild(agency, here);
  await enterDated(agency, 'extreme_poverty_support', id, { mode: 'SCATTERED', monthly_amount_yuan: 780 });
  await enterDated(agency, 'orphan', id, {
    ground: 'ONE_DEAD_ONE_MISSING',
    care: 'KIN',
    monthly_amount_yuan: 1100,
  });
  await enterDated(agency, 'de_facto_unattended_child', id, {
    father_circumstance: 'IN_PRISON',
    mother_circumstance: 'NO_CONTACT',
    monthly_amount_yuan: 1100,
  });
  await enterDated(agency, 'child_in_difficulty', id, { category: 'MISSING_GUARDIANSHIP' });
  await enterDated(agency, 'parent_in_custody', id, { parent: 'FATHER' });
  await enterLeftBehind(agency, id, '2026-11-11');
  await enterScreening(agency, id, '2026-10-01');
  await enterScreening(agency, id, '2026-11-01');
  const welfare = await welfareOf(
    id,
    `welfare {
      extremePovertySupport { current { mode monthlyAmountYuan } }
      orphan { current { ground care monthlyAmountYuan } }
      deFactoUnattended { current { fatherCircumstance motherCircumstance monthlyAmountYuan } }
      leftBehind { current { ground carer lastVisitedOn } }
      childInDifficulty { current { category startedOn } }
      parentInCustody { current { parent } history { parent } }
      earlyMarriageScreening { records { screenedOn body result } } }`,
  );
  expect(welfare).toEqual({
    extremePovertySupport: { current: { mode: 'SCATTERED', monthlyAmountYuan: 780 } },
    orphan: { current: { ground: 'ONE_DEAD_ONE_MISSING', care: 'KIN', monthlyAmountYuan: 1100 } },
    deFactoUnattended: {
      current: { fatherCircumstance: 'IN_PRISON', motherCircumstance: 'NO_CONTACT', monthlyAmountYuan: 1100 },
    },
    leftBehind: { current: { ground: 'BOTH_AWAY', carer: 'GRANDPARENTS', lastVisitedOn: '2026-11-11' } },
    childInDifficulty: { current: { category: 'MISSING_GUARDIANSHIP', startedOn: '2025-01-01' } },
    parentInCustody: { current: { parent: 'FATHER' }, history: [] },
    earlyMarriageScreening: {
      records: [
        { screenedOn: '2026-11-01', body: 'WOMENS_FEDERATION', result: 'NONE' },
        { screenedOn: '2026-10-01', body: 'WOMENS_FEDERATION', result: 'NONE' },
      ],
    },
  });
});

test('a file names the guardians, who looks after the child first, with masked telephones', async () => {
  const id = await newChild(agency, here);
  await enterFile(agency, id);
  const { childFile } = await welfareOf(
    id,
    `welfare { childFile { register { state } records { childName sex birthDate residenceDivision { code }
      guardians { name relation isActualGuardian isLegalGuardian maskedPhone } } } }`,
  );
  expect(childFile).toEqual({
    register: { state: 'FOUND' },
    records: [
      {
        childName: '测试儿童',
        sex: 'FEMALE',
        birthDate: '2014-02-03',
        residenceDivision: { code: VILLAGE },
        guardians: [
          {
            name: '测试祖母',
            relation: 'GRANDMOTHER',
            isActualGuardian: true,
            isLegalGuardian: false,
            maskedPhone: '100****5678',
          },
          {
            name: '测试父亲',
            relation: 'FATHER',
            isActualGuardian: false,
            isLegalGuardian: true,
            maskedPhone: null,
          },
        ],
      },
    ],
  });
});

test('records under any id of a child are the records of the child', async () => {
  const canonical = await newChild(agency, here);
  const former = await newChild(agency, here);
  await agency.rows('update student_scope set canonical_id = ? where student_id = ?', canonical, former);
  await enterAllowance(agency, former);
  await enterPayment(agency, former, { paidOn: '2026-09-10' });
  await enterPayment(agency, canonical, { paidOn: '2026-10-10' });
  for (const id of [canonical, former]) {
    const welfare = await welfareOf(
      id,
      'welfare { subsistenceAllowance { register { state } } reliefPayments { payments { nodes { paidOn } } } }',
    );
    expect(welfare).toEqual({
      subsistenceAllowance: { register: { state: 'FOUND' } },
      reliefPayments: { payments: { nodes: [{ paidOn: '2026-10-10' }, { paidOn: '2026-09-10' }] } },
    });
  }
});
