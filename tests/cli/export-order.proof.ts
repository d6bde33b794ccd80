import { execFile } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportOrder } from '../../cli/exports/orders/export-order.js';
import { connectAsOwner } from '../support/agency-owner.js';
import { callerAs, headersOf, withoutScope, type TestCaller } from '../support/callers.js';
import { startTestHub, type TestHub } from '../support/hub.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import { openCases, type OpenCase } from '../subgraphs/coordination/orders/order-cases.js';

const run = promisify(execFile);
const bureau = callerAs('bureau-officer');
let hub: TestHub;
let folder: string;
let dropout: OpenCase;
beforeAll(async () => {
  hub = await startTestHub();
  folder = makeTemporaryFolder('hub-order-');
  const [first] = await openCases(hub.agency('coordination'), 1);
  if (!first) throw new Error('A case is needed.');
  dropout = first;
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const BASIS = '两次入户劝返无效，监护人拒不送学生返校';

/** An order of any step, as if the steps before had been taken. */
async function addOrder(step: string, kind: string): Promise<string> {
  const orderNumber = `印江教试〔2026〕${step.length}号`;
  await hub.agency('coordination').rows(
    `insert into enforcement_order (student_id, order_number, case_number, step, kind, issued_by, township_code,
       issued_on, due_on, issuer_code, basis, decided_by)
     values (?, ?, ?, ?, ?, 'EDUCATION', ? || '000', '2026-11-20', '2026-12-01', '520625', ?, 'test')`,
    dropout.studentId,
    orderNumber,
    dropout.caseNumber,
    step,
    kind,
    dropout.township,
    BASIS,
  );
  return orderNumber;
}

async function exported(orderNumber: string, name: string, caller: TestCaller = bureau) {
  const { authorization = '' } = await headersOf(caller);
  const path = join(folder, `${name}.docx`);
  const token = authorization.replace('Bearer ', '');
  const question = { orderNumber, hub: hub.url, token, purpose: 'CASE_HANDLING' };
  return { path, ...(await exportOrder(question, path)) };
}

interface Printed {
  readonly pages: readonly string[];
}

/** What a reader of the printed document sees, page by page and without spaces. */
async function printed(path: string): Promise<Printed> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, path], {
    timeout: 120_000,
  });
  const pdf = path.replace(/docx$/, 'pdf');
  const { stdout } = await run('pdftotext', [pdf, '-']);
  const { stdout: image } = await run('pdftoppm', ['-r', '40', '-png', '-singlefile', pdf], {
    encoding: 'buffer',
  });
  // Something is drawn: an empty page of this size takes less than 1 kB.
  expect(image.length).toBeGreaterThan(4000);
  return {
    pages: stdout
      .split('\f')
      .map((page) => page.replaceAll(/\s/g, ''))
      .filter((page) => page !== ''),
  };
}

async function peopleOf() {
  interface People {
    readonly student: {
      readonly registerEntry: { readonly name: string };
      readonly household: {
        readonly guardians: { readonly records: readonly { name: string; isLegalGuardian: boolean }[] };
      };
    };
  }
  const { data } = await hub.ask<People>(
    bureau,
    `query ($id: ID!) { student(id: $id) { registerEntry { name }
      household { guardians { records { name isLegalGuardian } } } } }`,
    { id: dropout.studentId },
  );
  const { registerEntry, household } = data.student;
  return { child: registerEntry.name, guardians: household.guardians.records };
}

test.each([
  ['ENROLMENT_NOTICE', 'ENROL', '义务教育入学通知书', ['第十一条', '第五十八条']],
  ['RETURN_ORDER', 'RETURN', '限期复学通知书', ['第五条', '第八十三条', BASIS]],
  ['RECTIFICATION_ORDER', 'RETURN', '责令限期改正通知书', ['第五十八条', '责令您于', BASIS]],
])('%s is printed on one page, its proof of service on the next', async (step, kind, title, words) => {
  const number = await addOrder(step, kind);
  const done = await exported(number, step);
  expect(done).toMatchObject({ title, isWithoutAddressee: false });
  expect(statSync(done.path).mode & 0o777).toBe(0o600);
  const { child, guardians } = await peopleOf();
  const { pages } = await printed(done.path);
  expect(pages).toHaveLength(2);
  const [document = '', proof = ''] = pages;
  const seal = '印江土家族苗族自治县教育局（印章）2026年11月20日';
  for (const word of [title, number, child, '2026年12月1日前', seal, ...words])
    expect(document).toContain(word);
  for (const { name, isLegalGuardian } of guardians)
    if (isLegalGuardian) {
      expect(document).toContain(name);
      expect(proof).toContain(name);
    }
  for (const word of ['送达回证', number, '受送达人签名或盖章', '送达人签名']) expect(proof).toContain(word);
  expect(document.indexOf(title)).toBeLessThan(document.indexOf(number));
  expect(document.indexOf(number)).toBeLessThan(document.indexOf(child));
});

test('the names come with the rights of whoever exports, and the agencies log it', async () => {
  const number = '印江教试〔2026〕12号';
  const ofNobody = withoutScope(bureau, 'police.household.read');
  await expect(exported(number, 'refused', ofNobody)).rejects.toMatchObject({ code: 'FILE_UNUSABLE' });
  await expect(exported('印江教试〔2026〕99号', 'unknown')).rejects.toThrow();
  const owner = await connectAsOwner(hub.agency('police'));
  const reads = async () => {
    const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from access_log');
    return rows[0]?.count ?? 0;
  };
  const before = await reads();
  await exported(number, 'logged');
  expect(await reads()).toBeGreaterThan(before);
  await owner.end();
});

test('a withdrawn order is not printed, and no file is left', async () => {
  const number = '印江教试〔2026〕12号';
  await hub
    .agency('coordination')
    .rows(`update enforcement_order set withdrawn_on = '2026-11-20' where order_number = ?`, number);
  await expect(exported(number, 'withdrawn')).rejects.toMatchObject({ code: 'IMPOSSIBLE_VALUE' });
  expect(() => readFileSync(join(folder, 'withdrawn.docx'))).toThrow();
});
