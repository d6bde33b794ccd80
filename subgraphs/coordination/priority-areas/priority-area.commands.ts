import { sql } from 'kysely';
import { runOnce } from '../../_kit/command/run-once.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { reachesDivision } from '../../_kit/student/jurisdiction.js';
import { isDocumentNumber } from '../duties/document-number.js';
import { PriorityAreaEntity } from './priority-area.entity.js';
import {
  EndPriorityAreaErrorEnum,
  MarkPriorityAreaErrorEnum,
  type EndPriorityAreaCode,
  type MarkPriorityAreaCode,
} from './priority-area.enums.js';
import type { EndPriorityAreaInput, MarkPriorityAreaInput } from './priority-area.type.js';

/** Marks a township or village as a priority area (重点监测地区; 青政办发〔2018〕49号 三（一）2). */
export function markPriorityArea(
  context: LoaderContext,
  input: MarkPriorityAreaInput,
): Promise<RecordedPayload<MarkPriorityAreaCode>> {
  return runOnce(context, { name: 'markPriorityArea', input }, async () => {
    const refuse = refusal(MarkPriorityAreaErrorEnum);
    const { db, caller, today, em } = context;
    const { division, kind, since } = input;
    const documentNumber = input.documentNumber?.trim() ?? null;
    if (!/^(\d{9}|\d{12})$/.test(division) || !reachesDivision(caller, division))
      return refuse('DIVISION_NOT_FOUND', 'division');
    // Whoever marks the same division meanwhile waits here.
    await sql`select pg_advisory_xact_lock(hashtext('priority_area'), hashtext(${division}))`.execute(db);
    const { rows: known } = await sql`
      select from division where code = ${division.padEnd(12, '0')}`.execute(db);
    if (known.length === 0) return refuse('DIVISION_NOT_FOUND', 'division');
    if (since > today) return refuse('DATE_INVALID', 'since');
    if (documentNumber !== null && !isDocumentNumber(documentNumber))
      return refuse('DOCUMENT_NUMBER_INVALID', 'documentNumber');
    const { rows: marked } = await sql`
      select from priority_area where division_code = ${division} and kind = ${kind}
        and coalesce(ended_on >= ${since}::date, true)`.execute(db);
    if (marked.length > 0) return refuse('ALREADY_MARKED', 'division');
    const recordedBy = caller.subject;
    await em.insert(PriorityAreaEntity, {
      kind,
      divisionCode: division,
      since,
      endedOn: null,
      documentNumber,
      recordedBy,
    });
    return RECORDED;
  });
}

export function endPriorityArea(
  context: LoaderContext,
  input: EndPriorityAreaInput,
): Promise<RecordedPayload<EndPriorityAreaCode>> {
  return runOnce(context, { name: 'endPriorityArea', input }, async () => {
    const refuse = refusal(EndPriorityAreaErrorEnum);
    const { db, caller, today } = context;
    const { id, endedOn } = input;
    if (!/^\d{1,18}$/.test(id)) return refuse('NOT_FOUND', 'id');
    const { rows } = await sql<{ divisionCode: string; since: string }>`
      select division_code as "divisionCode", since::text as since from priority_area
      where id = ${id}::bigint and ended_on is null for update`.execute(db);
    const [area] = rows;
    if (!area || !reachesDivision(caller, area.divisionCode)) return refuse('NOT_FOUND', 'id');
    if (endedOn > today || endedOn < area.since) return refuse('DATE_INVALID', 'endedOn');
    await sql`update priority_area set ended_on = ${endedOn}::date where id = ${id}::bigint`.execute(db);
    return RECORDED;
  });
}
