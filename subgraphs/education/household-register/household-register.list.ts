import { sql } from 'kysely';
import { parseIsoDate } from '../../../policies/iso-date.js';
import { policyClause } from '../../../policies/resolve-policy.js';
import { HubError } from '../../_kit/errors.js';
import { registerStateOf, type RegisterState } from '../../_kit/register/register-state.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { connectionOf, pageRequest, type Connection, type PageArgs } from '../../_kit/schema/connection.js';
import { selectRows } from '../../_kit/select-rows.js';
import {
  HouseholdScreeningEntity,
  type HouseholdScreening,
} from '../screening/household-screening.entity.js';
import { findRegisterArea, holdsRegister, titleOf, type RegisterArea } from './register-area.js';
import { countRegisterLines, readRegisterLines, type RegisterLine } from './register-lines.js';

export interface HouseholdRegister extends RegisterArea {
  readonly title: string;
  readonly register: RegisterState;
  readonly policyClause: string | null;
}

export interface HouseholdRegisterLine extends RegisterLine {
  readonly visit: HouseholdScreening;
}

/** @throws {HubError} NOT_FOUND alike for an area that is not there and one that the caller's does not hold entirely */
export async function findHouseholdRegister(
  { db, caller, registers, policies, today, now }: LoaderContext,
  asked: Pick<RegisterArea, 'scope' | 'code'>,
): Promise<HouseholdRegister> {
  const area = await findRegisterArea(db, asked);
  if (!holdsRegister(caller, area)) throw new HubError('NOT_FOUND');
  const { ledgerKinds } = policies.policyFor(area.county, parseIsoDate(today));
  const asks = ledgerKinds.HOUSEHOLD_EDUCATION;
  return {
    ...area,
    title: titleOf(area),
    // It covers nobody: of an area in which nobody has been, its silence says nothing.
    register: registerStateOf({
      hasRows: (await countRegisterLines(db, area)) > 0,
      register: (await registers()).get('FIELD_SCREENING'),
      scopes: [],
      now,
    }),
    policyClause: asks ? policyClause(asks) : null,
  };
}

/** Two statements, and one more to count. */
export async function listRegisterLines(
  { em, db }: LoaderContext,
  area: RegisterArea,
  page: PageArgs,
): Promise<Connection<HouseholdRegisterLine>> {
  const { limit, after } = pageRequest(page, ['integer', 'text', 'text']);
  const position = after && {
    number: Number(after[0]),
    divisionCode: String(after[1]),
    householdId: String(after[2]),
  };
  const lines = await readRegisterLines(db, area, { after: position, limit: limit + 1 });
  const visits = await selectRows(em, HouseholdScreeningEntity)
    .where(sql<boolean>`id = any(${lines.map(({ visitId }) => visitId)}::bigint[])`)
    .execute();
  const byId = new Map(visits.map((visit) => [String(visit.id), visit]));
  const shown = lines.flatMap((line) => {
    const visit = byId.get(line.visitId);
    return visit ? [{ ...line, visit }] : [];
  });
  return connectionOf(
    shown,
    limit,
    ({ number, divisionCode, householdId }) => [number, divisionCode, householdId],
    () => countRegisterLines(db, area),
  );
}
