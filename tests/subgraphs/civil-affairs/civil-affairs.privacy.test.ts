import { startTestAgency, type TestAgency } from '../../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await startTestAgency('civil-affairs');
});
afterAll(() => agency.close());

test("guardians' telephones are there, sealed and masked", async () => {
  const rows = await agency.rows<{ phone_sealed: string | null; masked_phone: string | null }>(
    'select phone_sealed, masked_phone from child_guardian where masked_phone is not null limit 5',
  );
  expect(rows).toHaveLength(5);
  for (const { phone_sealed: sealed, masked_phone: masked } of rows) {
    expect(sealed).not.toBeNull();
    expect(masked).toMatch(/^100\*{4}\d{4}$/);
  }
});

test('children and guardians are known by opaque ids', async () => {
  const rows = await agency.rows<{ student_id: string; guardian_id: string }>(
    'select student_id, guardian_id from child_guardian where guardian_id is not null limit 20',
  );
  expect(rows).toHaveLength(20);
  for (const { student_id: child, guardian_id: guardian } of rows) {
    expect(child).toMatch(/^[a-z2-7]{26}$/);
    expect(guardian).toMatch(/^[a-z2-7]{26}$/);
    expect(guardian).not.toBe(child);
  }
});
