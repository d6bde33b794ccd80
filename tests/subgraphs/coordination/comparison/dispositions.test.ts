import { parseIsoDate } from '../../../../policies/iso-date.js';
import { DispositionEnum } from '../../../../subgraphs/coordination/casework/disposition.enums.js';
import {
  DISPOSITIONS,
  type DispositionCode,
} from '../../../../subgraphs/coordination/comparison/dispositions/dispositions.js';
import { recheckDueOn } from '../../../../subgraphs/coordination/comparison/dispositions/expiry.js';
import { DISPOSITION_CODES } from '../../../../county/views.js';

const CODES = Object.keys(DISPOSITIONS) as DispositionCode[];
const codesOf = (family: string) => CODES.filter((code) => DISPOSITIONS[code].family === family).toSorted();

test('every disposition has its consequences, the restricted one too', () => {
  expect(CODES.toSorted()).toEqual([...DISPOSITION_CODES].toSorted());
  expect(
    CODES.filter((code) => !(DispositionEnum.values as readonly string[]).includes(code)).toSorted(),
  ).toEqual(['LEGAL_CUSTODY']);
});

test('nobody counts as enrolled who does not count as due', () => {
  const wrong = CODES.filter(
    (code) => DISPOSITIONS[code].countsInNumerator && !DISPOSITIONS[code].countsInDenominator,
  );
  expect(wrong).toEqual([]);
});

test('only an empty registration, a person who does not exist and a child out of scope leave the denominator', () => {
  const out = CODES.filter((code) => !DISPOSITIONS[code].countsInDenominator).toSorted();
  expect(out).toEqual([...codesOf('OUT_OF_SCOPE'), 'EMPTY_REGISTRATION', 'PERSON_NOT_FOUND'].toSorted());
});

test('absence with leave counts as due and not as enrolled', () => {
  expect(codesOf('APPROVED_ABSENCE')).toEqual([
    'DEFERRED_APPROVED',
    'LEGAL_CUSTODY',
    'MEDICALLY_UNABLE',
    'SUSPENDED_APPROVED',
  ]);
  for (const code of codesOf('APPROVED_ABSENCE')) {
    expect(DISPOSITIONS[code as DispositionCode]).toMatchObject({
      countsInNumerator: false,
      countsInDenominator: true,
      validFor: 'APPROVAL',
    });
  }
});

test('true cases, missing children and unresolved ones open a case, and none of them closes anything', () => {
  const opening = CODES.filter((code) => DISPOSITIONS[code].opensCase);
  expect(opening.toSorted()).toEqual([
    'CONFIRMED_DROPOUT',
    'CONFIRMED_NOT_ENROLLED',
    'MISSING_REPORTED',
    'UNRESOLVED',
  ]);
  for (const code of opening) expect(DISPOSITIONS[code].closesDiscrepancy).toBe(false);
});

test('a repaired register is matched again, not closed', () => {
  const closed = codesOf('REGISTER_ERROR').filter((code) => DISPOSITIONS[code].closesDiscrepancy);
  expect(closed).toEqual(['EMPTY_REGISTRATION', 'PERSON_NOT_FOUND']);
});

const TERMS = ['2026-09-01', '2027-03-01'].map((start) => ({ start: parseIsoDate(start) }));

test.each<[DispositionCode, string, string | null, string | null]>([
  ['IN_SCHOOL_OUT_OF_COUNTY', '2026-11-20', null, '2027-03-01'],
  ['IN_SCHOOL_OUT_OF_PROVINCE', '2026-08-20', null, '2026-09-01'],
  ['IN_SCHOOL_OUT_OF_PROVINCE', '2027-04-01', null, null],
  ['ABROAD', '2026-11-20', null, '2027-11-20'],
  ['SUSPENDED_APPROVED', '2026-11-20', '2027-02-28', '2027-03-01'],
  ['SUSPENDED_APPROVED', '2026-11-20', null, null],
  ['NAME_CORRECTED', '2026-11-20', null, null],
])('%s decided on %s, with leave until %s, is checked again on %s', (code, decidedOn, approvedUntil, due) => {
  const decision = { code, decidedOn: parseIsoDate(decidedOn), approvedUntil };
  expect(recheckDueOn(decision, { terms: TERMS })).toBe(due);
});
