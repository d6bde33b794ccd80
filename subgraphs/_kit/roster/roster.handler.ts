import type { EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import type { Purpose, PurposeCode } from '../../../policies/purposes.js';
import type { AccessSummary } from '../access/access-trail.js';
import { requirePurpose } from '../access/require-purpose.js';
import type { SubgraphDefinition } from '../define-subgraph.js';
import { HubError } from '../errors.js';
import { parseServiceBody } from '../http/parse-service-body.js';
import type { ServiceHandler, ServiceOutcome, ServiceRequest } from '../http/service-endpoints.js';
import { closeRoster, pinRoster, requirePin } from './pin-roster.js';
import { readStudents } from './read-students.js';
import { repairCandidates, SEALED_NUMBER, type RepairTools } from './repair-candidates.js';
import { rosterCall, type PinnedRegister, type RosterCall } from './roster-line.js';
import { rosterPages } from './roster-pages.js';
import type { RosterTable } from './roster-table.js';

export interface RosterHandlerOptions extends RepairTools {
  readonly orm: MikroORM;
  readonly purposes: ReadonlyMap<string, Purpose>;
}

const PURPOSE: PurposeCode = 'REGISTER_COMPARISON';

type CallOf<Action> = Extract<RosterCall, { action: Action }>;

/**
 * `POST /kit/roster`: what a comparison run reads of this agency, as its registers stood when the run pinned them.
 * @throws where a table holds a class of data that the catalogue of purposes does not give to comparisons.
 */
export function createRosterHandler(
  {
    registers,
    roster: tables = [],
    places = [],
  }: Pick<SubgraphDefinition, 'registers' | 'roster' | 'places'>,
  { orm, purposes, ...tools }: RosterHandlerOptions,
): ServiceHandler {
  assertWithinPurpose(tables, purposes.get(PURPOSE));
  return async (request) => {
    requirePurpose(request.caller, PURPOSE);
    const call = parseServiceBody(rosterCall, request.body);
    switch (call.action) {
      case 'pin':
        return pin(call, request);
      case 'read':
        return read(call, request);
      case 'close':
        await closeRoster(request.session, call.run);
        return { answer: {}, isRecorded: true };
      case 'repair-candidates':
        return repair(call, request);
      case 'read-students':
        return students(call, request);
    }
  };

  async function pin(call: CallOf<'pin'>, { session, now }: ServiceRequest): Promise<ServiceOutcome> {
    const codes = registers.map(({ code }) => code);
    if (call.registers?.some((code) => !codes.includes(code)))
      throw new HubError('BAD_USER_INPUT', 'A register is none of this agency.');
    const pinned = await pinRoster(
      session,
      { tables, places },
      { run: call.run, registers: call.registers, now },
    );
    const inOrder = pinned.registers.toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
    return { answer: { ...pinned, registers: inOrder }, isRecorded: true };
  }

  async function read(
    { run, from, to }: CallOf<'read'>,
    { session }: ServiceRequest,
  ): Promise<ServiceOutcome> {
    const pinned = await requirePin(session, run);
    return {
      pages: rosterPages(orm, run, { from, to }),
      question: { action: 'read', run, from, to },
      fields: fieldsOf(tables, pinned.registers),
    };
  }

  async function students(call: CallOf<'read-students'>, { session }: ServiceRequest) {
    const answer = await readStudents(session, { tables, places }, call.students);
    const named = answer.lines.map(({ studentId }) => studentId);
    return {
      answer,
      isRecorded: true,
      access: accessTo(named, fieldsOf(tables, registers)),
    } satisfies ServiceOutcome;
  }

  async function repair(call: CallOf<'repair-candidates'>, { session }: ServiceRequest) {
    const { run } = call;
    await requirePin(session, run);
    const repaired = await repairCandidates(session, tables, call, tools);
    const fields = tables
      .filter(({ columns }) => columns.includes(SEALED_NUMBER))
      .map(({ entity }) => `${tableOf(entity)}.${SEALED_NUMBER}`);
    const named = repaired.map(({ studentId }) => studentId);
    return {
      answer: { students: repaired },
      isRecorded: true,
      access: accessTo(named, fields),
    } satisfies ServiceOutcome;
  }
}

function accessTo(students: readonly string[], fields: readonly string[]): AccessSummary {
  const children = students.length > 0 ? [{ students, fields, outcome: 'DELIVERED' as const }] : [];
  return { children, fields, deniedFields: [] };
}

const tableOf = (entity: EntitySchema) => entity.meta.tableName;

function assertWithinPurpose(tables: readonly RosterTable[], purpose: Purpose | undefined): void {
  const reached = new Set([...(purpose?.dataClasses ?? []), ...(purpose?.workDataClasses ?? [])]);
  const beyond = tables.flatMap(({ entity, holds }) =>
    holds.filter((name) => !reached.has(name)).map((name) => `${tableOf(entity)} (${name})`),
  );
  if (beyond.length > 0) throw new Error(`${PURPOSE} does not reach ${beyond.join(', ')}.`);
}

/** What the pinned registers give out, as the access log names it. */
function fieldsOf(tables: readonly RosterTable[], pinned: readonly Pick<PinnedRegister, 'code'>[]): string[] {
  const codes = new Set(pinned.map(({ code }) => code));
  return tables
    .filter(({ registers }) => registers.some((code) => codes.has(code)))
    .flatMap(({ entity, columns }) => columns.map((column) => `${tableOf(entity)}.${column}`))
    .sort();
}
