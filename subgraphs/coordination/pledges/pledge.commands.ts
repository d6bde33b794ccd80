import { sql } from 'kysely';
import { addMonths, formatIsoDate, parseIsoDate } from '../../../policies/iso-date.js';
import { academicYearOf } from '../../../policies/school-calendar.js';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { mutationError } from '../../_kit/schema/mutation-error.js';
import { actsFor } from '../duties/acting-bodies.js';
import { isDocumentNumber } from '../duties/document-number.js';
import { placesWithinReach } from '../duties/duty-reach.js';
import { idOfPledge, type PledgeLink } from './pledge-links.js';
import {
  CorrectPledgeErrorEnum,
  RecordPledgeErrorEnum,
  type CorrectPledgeCode,
  type RecordPledgeCode,
} from './pledge.enums.js';
import { linksOf, shownPledge } from './pledge.list.js';
import type {
  CorrectPledgeInput,
  CorrectPledgePayload,
  RecordPledgeInput,
  RecordPledgePayload,
} from './pledge.type.js';

/** Pledges of a school year are signed from two months before it on. */
const MONTHS_AHEAD = 2;

interface SignedPledge {
  readonly pledgeId: string;
  readonly signedOn?: string | null;
  readonly documentNumber: string | null;
}

type Fault = readonly [code: RecordPledgeCode & CorrectPledgeCode, field: string];

/** The pledge of a command, or why it can't be so, and the field at fault. */
async function pledgeOf(
  context: LoaderContext,
  { pledgeId, signedOn, documentNumber }: SignedPledge,
): Promise<{ readonly pledge: PledgeLink } | { readonly fault: Fault }> {
  const pledge = await findPledge(context, pledgeId);
  if (!pledge) return { fault: ['NOT_FOUND', 'pledgeId'] };
  const { grantor, grantee, place, academicYear } = pledge;
  if (![grantor, grantee].some((body) => actsFor(context.caller, body, place)))
    return { fault: ['NOT_A_PARTY', 'pledgeId'] };
  const first = addMonths(formatIsoDate({ year: academicYear, month: 9, day: 1 }), -MONTHS_AHEAD);
  if (signedOn != null && (signedOn > context.today || signedOn < first))
    return { fault: ['DATE_INVALID', 'signedOn'] };
  if (documentNumber !== null && !isDocumentNumber(documentNumber))
    return { fault: ['DOCUMENT_NUMBER_INVALID', 'documentNumber'] };
  return { pledge };
}

/** Records that a pledge was signed; either side records it. */
export function recordPledge(context: LoaderContext, input: RecordPledgeInput): Promise<RecordPledgePayload> {
  return runOnce(context, { name: 'recordPledge', input }, async () => {
    const refuse = (code: RecordPledgeCode, field: string): RecordPledgePayload => ({
      pledge: null,
      errors: [mutationError(RecordPledgeErrorEnum, code, field)],
    });
    const { caller, today, db } = context;
    const { pledgeId, signedOn } = input;
    const documentNumber = input.documentNumber?.trim() ?? null;
    const found = await pledgeOf(context, { pledgeId, signedOn, documentNumber });
    if ('fault' in found) return refuse(...found.fault);
    const { pledge } = found;
    // What was recorded by mistake and taken back may be recorded again.
    const { rows } = await sql<{ version: number }>`
      insert into responsibility_pledge as own
        (id, academic_year, place_code, division_code, signed_on, document_number, recorded_by, recorded_on)
      values (${idOfPledge(pledge)}, ${pledge.academicYear}, ${pledge.place.code}, ${pledge.place.divisionCode},
        ${signedOn}::date, ${documentNumber}, ${caller.subject}, ${today}::date)
      on conflict (id) do update set signed_on = excluded.signed_on, document_number = excluded.document_number,
        recorded_by = excluded.recorded_by, recorded_on = excluded.recorded_on, version = own.version + 1
      where own.signed_on is null
      returning version`.execute(db);
    const [stored] = rows;
    if (!stored) return refuse('ALREADY_SIGNED', 'pledgeId');
    return { pledge: shownPledge(pledge, { signedOn, documentNumber, ...stored }), errors: [] };
  });
}

/** Puts right what was recorded of a pledge; either side does. Without a day it was recorded by mistake. */
export function correctPledge(
  context: LoaderContext,
  input: CorrectPledgeInput,
): Promise<CorrectPledgePayload> {
  return runOnce(context, { name: 'correctPledge', input }, async () => {
    const refuse = (code: CorrectPledgeCode, field: string): CorrectPledgePayload => ({
      pledge: null,
      errors: [mutationError(CorrectPledgeErrorEnum, code, field)],
    });
    const { caller, today, db } = context;
    const { pledgeId, signedOn = null, expectedVersion } = input;
    const documentNumber = signedOn === null ? null : (input.documentNumber?.trim() ?? null);
    const found = await pledgeOf(context, { pledgeId, signedOn, documentNumber });
    if ('fault' in found) return refuse(...found.fault);
    const { rows } = await sql<{ version: number; isSigned: boolean }>`
      select version, signed_on is not null as "isSigned" from responsibility_pledge
      where id = ${idOfPledge(found.pledge)} for update`.execute(db);
    const [recorded] = rows;
    if (!recorded?.isSigned) return refuse('NOT_RECORDED', 'pledgeId');
    if (recorded.version !== expectedVersion) return refuse('STALE_VERSION', 'expectedVersion');
    const version = expectedVersion + 1;
    await sql`
      update responsibility_pledge set signed_on = ${signedOn}::date, document_number = ${documentNumber},
        recorded_by = ${caller.subject}, recorded_on = ${today}::date, version = ${version}
      where id = ${idOfPledge(found.pledge)}`.execute(db);
    return { pledge: shownPledge(found.pledge, { signedOn, documentNumber, version }), errors: [] };
  });
}

/** A pledge by its id, at a place within the caller's reach, that the policy in force asks for. */
async function findPledge(context: LoaderContext, id: string): Promise<PledgeLink | undefined> {
  const [, year = '', placeCode = ''] = /^[A-Za-z0-9]+:(\d{4}):[A-Z_]+:(\d{2,12})$/.exec(id) ?? [];
  const present = academicYearOf(parseIsoDate(context.today));
  if (Number(year) < present - 1 || Number(year) > present + 1) return undefined;
  const places = await placesWithinReach(context, {});
  return places
    .filter(({ code }) => code === placeCode)
    .flatMap((place) => linksOf(context, place, Number(year)))
    .find((link) => idOfPledge(link) === id);
}
