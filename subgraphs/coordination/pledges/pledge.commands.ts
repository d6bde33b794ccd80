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
import { RecordPledgeErrorEnum, type RecordPledgeCode } from './pledge.enums.js';
import { linksOf, shownPledge } from './pledge.list.js';
import type { RecordPledgeInput, RecordPledgePayload } from './pledge.type.js';

/** Pledges of a school year are signed from two months before it on. */
const MONTHS_AHEAD = 2;

/** Records that a pledge was signed; either side records it. */
export function recordPledge(context: LoaderContext, input: RecordPledgeInput): Promise<RecordPledgePayload> {
  return runOnce(context, { name: 'recordPledge', input }, async () => {
    const refuse = (code: RecordPledgeCode, field: string): RecordPledgePayload => ({
      pledge: null,
      errors: [mutationError(RecordPledgeErrorEnum, code, field)],
    });
    const { caller, today, db } = context;
    const { signedOn } = input;
    const documentNumber = input.documentNumber?.trim() ?? null;
    const pledge = await findPledge(context, input.pledgeId);
    if (!pledge) return refuse('NOT_FOUND', 'pledgeId');
    const { grantor, grantee, place, academicYear } = pledge;
    if (![grantor, grantee].some((body) => actsFor(caller, body, place)))
      return refuse('NOT_A_PARTY', 'pledgeId');
    const first = addMonths(formatIsoDate({ year: academicYear, month: 9, day: 1 }), -MONTHS_AHEAD);
    if (signedOn > today || signedOn < first) return refuse('DATE_INVALID', 'signedOn');
    if (documentNumber !== null && !isDocumentNumber(documentNumber))
      return refuse('DOCUMENT_NUMBER_INVALID', 'documentNumber');
    const { rows } = await sql`
      insert into responsibility_pledge
        (id, academic_year, place_code, division_code, signed_on, document_number, recorded_by, recorded_on)
      values (${idOfPledge(pledge)}, ${academicYear}, ${place.code}, ${place.divisionCode}, ${signedOn}::date,
        ${documentNumber}, ${caller.subject}, ${today}::date)
      on conflict do nothing returning id`.execute(db);
    if (rows.length === 0) return refuse('ALREADY_SIGNED', 'pledgeId');
    return { pledge: shownPledge(pledge, { signedOn, documentNumber }), errors: [] };
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
