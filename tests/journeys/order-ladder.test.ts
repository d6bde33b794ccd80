import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exportOrder } from '../../cli/exports/orders/export-order.js';
import { addDays } from '../../policies/iso-date.js';
import type { OpenCase } from '../subgraphs/coordination/orders/order-cases.js';
import { startTestAgency, type TestAgency } from '../support/agency.js';
import { headersOf, type TestCaller } from '../support/callers.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';
import {
  ask,
  command,
  inCounty,
  operation,
  startPlace,
  type Order,
  type Place,
} from './county-under-document.js';

const BASIS = '两次入户劝返无效，监护人拒不送学生返校';
let police: TestAgency;
let folder: string;
beforeAll(async () => {
  police = await startTestAgency('police');
  folder = makeTemporaryFolder('hub-ladder-');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await police?.close();
});

interface Next {
  readonly state: string;
  readonly step: string | null;
  readonly since: string | null;
  readonly dueFrom: string | null;
  readonly issuers: readonly string[];
}

async function nextOf(place: Place): Promise<Next> {
  const { student } = await ask<{
    student: { casework: { cases: { caseNumber: string; nextOrder: Next }[] } };
  }>(place, inCounty('coordination-officer'), operation('OrderHistory'), { id: place.dropout.studentId });
  const found = student.casework.cases.find(({ caseNumber }) => caseNumber === place.dropout.caseNumber);
  if (!found) throw new Error('The case is gone.');
  return found.nextOrder;
}

/** Who takes a step in the name of a body; papers of courts and the like are written down by the leading group. */
const OFFICES: Readonly<Record<string, string>> = { EDUCATION: 'bureau-officer', POLICE: 'police-officer' };
const OUTSIDE = ['JUSTICE', 'PROCURATORATE', 'COURT'];
const officerFor = ({ town }: Place, issuer: string): TestCaller =>
  issuer === 'TOWNSHIP' ? town : inCounty(OFFICES[issuer] ?? 'coordination-officer');
const TEN_DAYS = 10;

/** Takes the step that is due, has it served the next day, and lets its time run out. */
async function takeStep(place: Place, { caseNumber }: OpenCase, next: Next): Promise<Order> {
  const [issuedBy = ''] = next.issuers;
  const officer = officerFor(place, issuedBy);
  const order = await command(place, officer, 'IssueOrder', {
    caseNumber,
    step: next.step,
    issuedBy,
    dueOn: addDays(place.today(), TEN_DAYS),
    basis: BASIS,
    ...(OUTSIDE.includes(issuedBy) && { documentNumber: `司督〔2026〕${place.today().slice(5)}号` }),
  });
  expect(await nextOf(place)).toMatchObject({ state: 'WAITING' });
  await place.passes(1);
  await command(place, officer, 'RecordService', {
    orderNumber: order.orderNumber,
    expectedVersion: order.version,
    servedOn: place.today(),
    serviceMethod: 'DIRECT',
    receivedBy: 'GRANDMOTHER',
  });
  await place.passes(TEN_DAYS);
  return order;
}

/** Changji criticises before it orders, and only who has refused. */
async function refuses(place: Place): Promise<void> {
  expect(await nextOf(place)).toMatchObject({ state: 'WAITING', step: 'CRITICISM_EDUCATION' });
  const { student } = await ask<{ student: { casework: { current: { version: number } } } }>(
    place,
    place.town,
    'query ($id: ID!) { student(id: $id) { casework { current { version } } } }',
    { id: place.dropout.studentId },
  );
  await command(place, place.town, 'RecordPersuasionVisit', {
    caseNumber: place.dropout.caseNumber,
    expectedVersion: student.casework.current.version,
    visitedOn: place.today(),
    participants: ['TOWNSHIP_OFFICER'],
    place: 'HOME',
    met: ['FATHER'],
    result: 'REFUSED',
    nextVisitOn: addDays(place.today(), 7),
  });
}

/** The document of an order, as the township prints it. */
async function printed({ url, town }: Place, orderNumber: string) {
  const { authorization = '' } = await headersOf(town);
  const path = join(folder, `${randomUUID()}.docx`);
  const token = authorization.replace('Bearer ', '');
  const { title } = await exportOrder({ orderNumber, hub: url, token, purpose: 'CASE_HANDLING' }, path);
  return { title, signature: readFileSync(path).subarray(0, 2).toString() };
}

const BOTH = 'TOWNSHIP|EDUCATION';
const PURSUED = 'LEGAL_LIABILITY by POLICE|PROCURATORATE|COURT since 2027-01-06';
test.each([
  [
    'Yinjiang',
    '520625',
    [
      `RETURN_ORDER by ${BOTH} since 2026-10-12`,
      `CRITICISM_EDUCATION by ${BOTH} since 2026-12-04`,
      `RECTIFICATION_ORDER by ${BOTH} since 2026-12-15`,
      'JUDICIAL_DOCUMENT by COURT|PROCURATORATE|JUSTICE since 2026-12-26',
      PURSUED,
    ],
  ],
  [
    'Qingtongxia',
    '640381',
    [
      `RETURN_ORDER by ${BOTH} since 2026-10-12`,
      `CRITICISM_EDUCATION by ${BOTH} since 2026-12-04`,
      `RECTIFICATION_ORDER by ${BOTH} since 2026-12-15`,
      'JUDICIAL_DOCUMENT by JUSTICE since 2026-12-26',
      PURSUED,
    ],
  ],
  [
    'Changji',
    '652301',
    [
      'CRITICISM_EDUCATION by TOWNSHIP since 2026-11-23',
      'RETURN_ORDER by TOWNSHIP since 2026-12-04',
      `RECTIFICATION_ORDER by ${BOTH} since 2026-12-15`,
      'JUDICIAL_DOCUMENT by JUSTICE since 2026-12-26',
      PURSUED,
    ],
  ],
])(
  'in %s the ladder of a child whose guardians obey nothing is climbed step by step, by whom its document names',
  async (_name, code, ladder) => {
    const place = await startPlace(code, police);
    try {
      if (code === '652301') await refuses(place);
      const climbed: string[] = [];
      for (let next = await nextOf(place); next.state === 'DUE'; next = await nextOf(place)) {
        climbed.push(`${next.step} by ${next.issuers.join('|')} since ${next.since}`);
        const { orderNumber } = await takeStep(place, place.dropout, next);
        if (next.step === 'RETURN_ORDER')
          expect(await printed(place, orderNumber)).toEqual({ title: '限期复学通知书', signature: 'PK' });
      }
      expect(climbed).toEqual(ladder);
      expect(await nextOf(place)).toMatchObject({ state: 'NOTHING_DUE', reason: 'LADDER_EXHAUSTED' });
    } finally {
      await place.close();
    }
  },
  60_000,
);
