import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { findList } from '../../../cli/imports/importable-lists.js';
import { callerAs } from '../../support/callers.js';
import { newChild } from '../../support/children.js';
import { startAgencyImports, type AgencyImports } from '../_kit/import/import-harness.js';
import { csvOfRows, type ListRow } from '../_kit/import/list-file.js';
import { enterFile, enterLeftBehind } from './welfare-rows.js';

let imports: AgencyImports;
beforeAll(async () => {
  imports = await startAgencyImports('civil-affairs');
});
afterAll(() => imports?.close());

/** A complete file of one guardian. */
async function takeGuardian(row: ListRow) {
  const { list, mapping } = await findList('civil-affairs', 'child-guardians');
  const path = imports.path(`guardians-${randomUUID()}.csv`);
  writeFileSync(path, csvOfRows([row], mapping));
  const outcome = await imports.take(list, path);
  expect([outcome.state, imports.rejects.flatMap(({ reasons }) => reasons)]).toEqual(['COMMITTED', []]);
}

test('who was entrusted here stays on the file, whomever later files name', async () => {
  const { agency } = imports;
  const studentId = await newChild(agency);
  await enterLeftBehind(agency, studentId, '2026-11-10');
  await enterFile(agency, studentId);
  const [file] = await agency.rows<{ key: string }>(
    'select source_key as key from child_file where student_id = ?',
    studentId,
  );
  const guardian: ListRow = {
    childNumber: file?.key ?? '',
    name: '测试儿童',
    sex: '女',
    birthDate: '2014-02-03',
    guardianName: '测试伯父',
    relation: '其他亲属',
    isActualGuardian: '是',
    isLegalGuardian: '否',
    commitmentSignedOn: '2026-10-01',
  };
  await takeGuardian(guardian);
  const { data } = await agency.ask<{ entrustGuardian: { errors: object[] } }>(
    callerAs('civil-affairs-officer'),
    'mutation ($input: EntrustGuardianInput!) { entrustGuardian(input: $input) { errors { code } } }',
    {
      input: {
        idempotencyKey: randomUUID(),
        studentId,
        name: '测试姑姑',
        relation: 'OTHER_KIN',
        entrustedOn: '2026-11-01',
      },
    },
  );
  expect(data.entrustGuardian.errors).toEqual([]);
  await takeGuardian({ ...guardian, guardianName: '测试舅舅' });
  const rows = await agency.rows<{ name: string; signed: string | null; by: string | null }>(
    `select name, commitment_signed_on::text as signed, recorded_by as by from child_guardian
     where file_key = ? and relation = 'OTHER_KIN' order by name`,
    file?.key ?? '',
  );
  expect(rows).toEqual([
    { name: '测试姑姑', signed: null, by: 'test:civil-affairs-officer' },
    { name: '测试舅舅', signed: '2026-10-01', by: null },
  ]);
});
