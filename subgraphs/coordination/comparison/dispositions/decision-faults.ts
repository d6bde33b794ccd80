import { addDays, compareIsoDates, parseIsoDate, type IsoDate } from '../../../../policies/iso-date.js';
import type { DiscrepancyKind } from '../discrepancies/discrepancy.js';
import type { DispositionEvidence } from './disposition-record.entity.js';
import type { RecordDispositionErrorCode } from './disposition-record.enums.js';
import { ENDING } from '../../casework/settle-cases.js';
import { DISPOSITIONS, type DispositionCode } from './dispositions.js';
import { FITTING_CODES } from './fitting-codes.js';

export interface DecisionInQuestion {
  readonly code: DispositionCode;
  readonly evidence: readonly DispositionEvidence[];
  readonly approvedUntil?: string | null;
  readonly residenceDivisionCode?: string | null;
}

export interface DecisionCircumstances {
  readonly kind: DiscrepancyKind;
  /** The decision that holds; null where nothing was decided. */
  readonly current: {
    readonly code: DispositionCode;
    readonly checkNumber: number;
    readonly verifiedBy: string;
  } | null;
  /** A case that was confirmed waits for its end, whatever was decided in between. */
  readonly hasConfirmedCase: boolean;
  readonly verifier: {
    readonly subject: string;
    readonly agency: string;
    /** Answers for a county or more. */
    readonly isOfCounty: boolean;
  };
  readonly today: IsoDate;
}

export interface DecisionFault {
  readonly code: RecordDispositionErrorCode;
  readonly field: string;
}

/** 义务教育法 第十一条: the most that is approved at once. */
const MOST_APPROVED_DAYS = 366;

/** Why a decision can't be taken; empty when it can. */
export function faultsOfDecision(
  { code, evidence, approvedUntil = null, residenceDivisionCode = null }: DecisionInQuestion,
  { kind, current, hasConfirmedCase, verifier, today }: DecisionCircumstances,
): DecisionFault[] {
  const { evidenceKinds, verifierAgency, validFor } = DISPOSITIONS[code];
  const kinds: readonly string[] = evidenceKinds;
  const asksForEnd = validFor === 'APPROVAL';
  const isConfirmed = hasConfirmedCase || (current !== null && DISPOSITIONS[current.code].family === 'TRUE');
  const isSecondCheck = code === 'UNRESOLVED' && current?.code === 'UNRESOLVED';
  return faults([
    [!FITTING_CODES[kind].includes(code), 'CODE_DOES_NOT_FIT', 'code'],
    [verifier.agency !== verifierAgency, 'OTHER_VERIFIER', 'code'],
    [isConfirmed && !mayFollowConfirmed(code), 'CASE_NOT_ENDED', 'code'],
    [isSecondCheck && !verifier.isOfCounty, 'SECOND_CHECK_BY_COUNTY', 'code'],
    [isSecondCheck && current.verifiedBy === verifier.subject, 'SECOND_CHECK_BY_ANOTHER', 'code'],
    [isSecondCheck && current.checkNumber > 1, 'DECIDED_ALREADY', 'code'],
    [!evidence.some((paper) => kinds.includes(paper.kind)), 'EVIDENCE_MISSING', 'evidence'],
    [evidence.some(({ issuedOn }) => issuedOn > today), 'EVIDENCE_IN_FUTURE', 'evidence'],
    [!evidence.every(isWellFormed), 'EVIDENCE_INVALID', 'evidence'],
    [asksForEnd && approvedUntil === null, 'END_MISSING', 'approvedUntil'],
    [asksForEnd && approvedUntil !== null && !isEnd(approvedUntil, today), 'END_INVALID', 'approvedUntil'],
    [!asksForEnd && approvedUntil !== null, 'END_NOT_ASKED', 'approvedUntil'],
    [
      (code === 'RESIDENCE_MOVED') !== (residenceDivisionCode !== null),
      'RESIDENCE_INVALID',
      'residenceDivisionCode',
    ],
  ]);
}

/** Only a place in school, a return, the end of compulsory schooling or a death ends what was confirmed (销号). */
function mayFollowConfirmed(code: DispositionCode): boolean {
  const { family } = DISPOSITIONS[code];
  return family === 'TRUE' || family === 'OPEN' || family === 'IN_SCHOOL' || ENDING.has(code);
}

function isEnd(until: string, today: IsoDate): boolean {
  const last = addDays(today, MOST_APPROVED_DAYS);
  return until >= today && compareIsoDates(parseIsoDate(until), last) <= 0;
}

const SHA256 = /^[0-9a-f]{64}$/;
/** A resident number in place of a paper's own would put a person into every list of decisions. */
const RESIDENT_NUMBER = /\d{15}/;

/** Only visits, which are on record here, have no file. */
function isWellFormed({ kind, number, issuer, sha256 }: DispositionEvidence): boolean {
  const isText = (text: string, most: number) =>
    text.trim() !== '' && [...text].length <= most && !RESIDENT_NUMBER.test(text);
  const hasFile = sha256 === null ? kind === 'VISIT_RECORD' : SHA256.test(sha256);
  return hasFile && isText(number, 64) && isText(issuer, 100);
}

function faults(
  checks: readonly (readonly [boolean, RecordDispositionErrorCode, string])[],
): DecisionFault[] {
  return checks.flatMap(([isFault, code, field]) => (isFault ? [{ code, field }] : []));
}
