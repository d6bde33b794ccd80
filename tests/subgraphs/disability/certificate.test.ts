import { startTestAgency, type TestAgency } from '../../support/agency.js';
import { federationOfficer } from './disability-callers.js';
import { addHolder, childrenOfTheCounty } from './disability-rows.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('disability');
});
afterAll(() => agency.close());

interface Answer {
  disability: {
    certificate: {
      register: { state: string; freshness: string };
      current: Record<string, unknown> | null;
      records: object[];
    };
    parentCertificates: { register: { state: string }; records: Record<string, unknown>[] };
  };
}

const CERTIFICATES = `disability {
  certificate {
    register { state freshness }
    current { category components grade reissueSuffix issuedOn expiresOn isThreeCategory isSevere recordedIdentity { name birthDate residenceDivision { code } } student { id } }
    records { grade }
  }
  parentCertificates { register { state } records { parent category grade } }
}`;

async function recordOf(studentId: string): Promise<Answer['disability']> {
  const { data, errors } = await agency.askForStudents<Answer>(federationOfficer, [studentId], CERTIFICATES);
  expect(errors).toEqual([]);
  const record = data._entities[0]?.disability;
  if (!record) throw new Error('The child was not answered.');
  return record;
}

/** A child of whom no more than a parent's certificate is known. */
async function childOfHolder(): Promise<string> {
  const [row] = await agency.rows<{ student_id: string }>(
    `select student_id from parent_certificate
     where student_id not in (select student_id from disability_certificate)
       and student_id in (select student_id from student_scope where kind = 'REGISTERED' and code like '520625%')
     order by id limit 1`,
  );
  if (!row) throw new Error('The county has no such child.');
  return row.student_id;
}

describe('the certificate of a child', () => {
  test('is found with category, grade and what the policy makes of them', async () => {
    const [studentId = ''] = await childrenOfTheCounty(agency, 1);
    await addHolder(agency, studentId, {
      category: 'MULTIPLE',
      components: ['PHYSICAL', 'HEARING'],
      grade: 'GRADE_3',
    });
    const { register, current, records } = (await recordOf(studentId)).certificate;
    expect(register).toEqual({ state: 'FOUND', freshness: 'CURRENT' });
    expect(current).toEqual({
      category: 'MULTIPLE',
      components: ['PHYSICAL', 'HEARING'],
      grade: 'GRADE_3',
      reissueSuffix: '',
      issuedOn: '2021-03-01',
      expiresOn: '2031-02-28',
      isThreeCategory: true,
      isSevere: false,
      recordedIdentity: {
        name: '王五',
        birthDate: '2016-05-04',
        residenceDivision: { code: '520625001001' },
      },
      student: { id: studentId },
    });
    expect(records).toHaveLength(1);
  });

  test('that nobody applied for is NO_RECORD, also where a parent holds one', async () => {
    const { certificate, parentCertificates } = await recordOf(await childOfHolder());
    expect(certificate).toMatchObject({ register: { state: 'NO_RECORD' }, current: null, records: [] });
    expect(parentCertificates.register.state).toBe('FOUND');
    expect(parentCertificates.records[0]).toEqual({
      parent: expect.stringMatching(/^(FATHER|MOTHER)$/),
      category: expect.any(String),
      grade: expect.stringMatching(/^GRADE_[1-4]$/),
    });
  });

  test('of a child registered elsewhere is out of coverage', async () => {
    const [studentId = ''] = await childrenOfTheCounty(agency, 1);
    await agency.rows("update register set division = '652301' where code = 'CERTIFICATES'");
    expect((await recordOf(studentId)).certificate.register.state).toBe('OUT_OF_COVERAGE');
    await agency.rows("update register set division = '520625' where code = 'CERTIFICATES'");
  });

  test('in a register that was never loaded says so', async () => {
    const [studentId = ''] = await childrenOfTheCounty(agency, 1);
    await agency.rows("update register set code = 'AWAY' where code = 'CERTIFICATES'");
    expect((await recordOf(studentId)).certificate.register).toEqual({
      state: 'NOT_LOADED',
      freshness: 'STALE',
    });
    await agency.rows("update register set code = 'CERTIFICATES' where code = 'AWAY'");
  });

  test('leaves no certificate number and no resident ID number in the database', async () => {
    const tables = await agency.rows<object>(
      'select c::text as row from disability_certificate c union all select p::text from parent_certificate p union all select r::text from registered_child r',
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(JSON.stringify(tables)).not.toMatch(/99\d{15}/);
  });
});
