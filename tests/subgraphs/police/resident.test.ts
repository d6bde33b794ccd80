import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { countyPolice } from './police-callers.js';
import { childIn, registeredChild } from './police-rows.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('police');
});
afterAll(() => agency.close());

interface Registration {
  register: { state: string; freshness: string; source: string };
  current: Record<string, unknown> | null;
  records: Record<string, unknown>[];
}
interface Answer {
  household: {
    residentRegistration: Registration;
    guardians: { register: { state: string }; records: Record<string, unknown>[] };
  };
}

const REGISTRATION = `household {
  residentRegistration {
    register { state freshness source }
    current { name formerNames sex birthDate ethnicGroup maskedResidentIdNumber relationToHouseholder registeredOn cancelledOn cancelReason registeredDivision { code level } }
    records { registeredOn cancelReason }
  }
  guardians { register { state } records { name relation isLegalGuardian isActualGuardian maskedPhone } }
}`;

async function recordOf(studentId: string): Promise<Answer['household']> {
  const { data, errors } = await agency.askForStudents<Answer>(countyPolice, [studentId], REGISTRATION);
  expect(errors).toEqual([]);
  const record = data._entities[0]?.household;
  if (!record) throw new Error('The child was not answered.');
  return record;
}

/** An incomer: known to police, registered elsewhere. */
const incomer = () =>
  childIn(agency, "(select * from floating_population_record where direction = 'IN') as moves");

describe('the registration of a child', () => {
  test('is found as the household register has it, with the number masked', async () => {
    const child = await registeredChild(agency);
    const { register, current, records } = (await recordOf(child.studentId)).residentRegistration;
    expect(register).toMatchObject({ state: 'FOUND', freshness: 'CURRENT' });
    expect(register.source).toContain('Police population system');
    expect(current).toMatchObject({
      name: child.name,
      formerNames: [],
      registeredDivision: { code: child.registeredDivisionCode, level: 'VILLAGE' },
      cancelledOn: null,
      cancelReason: null,
    });
    expect(['TUJIA', 'MIAO', 'HAN']).toContain(current?.['ethnicGroup']);
    expect(['SON', 'DAUGHTER', 'SONS_SON', 'SONS_DAUGHTER']).toContain(current?.['relationToHouseholder']);
    expect(current?.['maskedResidentIdNumber']).toMatch(/^99\d\d\*{12}\d[\dX]$/);
    expect(records).toHaveLength(1);
  });

  test('takes the one not cancelled for the current one, and shows both of two', async () => {
    const { studentId } = await registeredChild(agency);
    await agency.rows(
      `insert into resident (student_id, source_key, name, former_names, sex, birth_date, ethnic_group, former_student_ids,
         registered_division_code, household_id, relation_to_householder, registered_on, cancelled_on, cancel_reason)
       select student_id, source_key || '-moved', name, '{"小明"}', sex, birth_date, ethnic_group, '{}',
         registered_division_code, household_id, relation_to_householder, '2025-03-01', '2026-03-01', 'DUPLICATE'
       from resident where student_id = ?`,
      studentId,
    );
    const { current, records } = (await recordOf(studentId)).residentRegistration;
    expect(current?.['cancelledOn']).toBeNull();
    expect(records[0]).toEqual({ registeredOn: '2025-03-01', cancelReason: 'DUPLICATE' });
    expect(records).toHaveLength(2);
    await agency.rows("delete from resident where source_key like '%-moved'");
  });

  test('of an incomer is out of coverage: its register lies in another county', async () => {
    const { register, current, records } = (await recordOf(await incomer())).residentRegistration;
    expect(register.state).toBe('OUT_OF_COVERAGE');
    expect(current).toBeNull();
    expect(records).toEqual([]);
  });

  test('that is missing where the register covers the child is NO_RECORD', async () => {
    const { studentId } = await registeredChild(agency);
    const sourceKeys = await agency.rows(
      "update resident set student_id = 'away-' || student_id where student_id = ? returning source_key",
      studentId,
    );
    expect(sourceKeys).toHaveLength(1);
    expect((await recordOf(studentId)).residentRegistration.register.state).toBe('NO_RECORD');
    await agency.rows(
      "update resident set student_id = ? where student_id = 'away-' || ?::text",
      studentId,
      studentId,
    );
  });

  test('in an old copy of the register is found, and stale', async () => {
    const { studentId } = await registeredChild(agency);
    await agency.rows("update register set as_of = as_of - interval '100 days' where code = 'RESIDENTS'");
    const { register } = (await recordOf(studentId)).residentRegistration;
    expect(register).toMatchObject({ state: 'FOUND', freshness: 'STALE' });
    await agency.rows("update register set as_of = as_of + interval '100 days' where code = 'RESIDENTS'");
  });

  test('in a register that was never loaded says so', async () => {
    const studentId = await incomer();
    await agency.rows("update register set code = 'RESIDENTS-AWAY' where code = 'RESIDENTS'");
    expect((await recordOf(studentId)).residentRegistration.register).toEqual({
      state: 'NOT_LOADED',
      freshness: 'STALE',
      source: '',
    });
    await agency.rows("update register set code = 'RESIDENTS' where code = 'RESIDENTS-AWAY'");
  });
});

describe('the guardians of a child', () => {
  test('are named with masked telephone, those who look after the child first', async () => {
    const { studentId } = await registeredChild(agency);
    const { register, records } = (await recordOf(studentId)).guardians;
    expect(register.state).toBe('FOUND');
    expect(records.length).toBeGreaterThan(0);
    for (const guardian of records) expect(guardian['maskedPhone']).toMatch(/^\d{3}\*{4}\d{4}$/);
    const actual = records.map(({ isActualGuardian }) => isActualGuardian);
    expect(actual).toEqual(actual.toSorted((a, b) => Number(b) - Number(a)));
  });

  test('leave no number and no telephone readable in the table', async () => {
    const rows = await agency.rows<object>('select * from guardian limit 50');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/"99\d{15}[\dX]"|"1\d{10}"/);
  });
});
