import { sql } from 'kysely';
import { advanceRegister, changeOf } from '../../_kit/changes/advance-register.js';
import { commandAboutPeople } from '../../_kit/command/command-about-people.js';
import { isPersonName } from '../../_kit/command/person-name.js';
import { runOnce } from '../../_kit/command/run-once.js';
import { HubError } from '../../_kit/errors.js';
import type { LoaderContext } from '../../_kit/request-context.js';
import { RECORDED, refusal, type RecordedPayload } from '../../_kit/schema/recorded-payload.js';
import { keepWithinReach, placeOf } from '../../_kit/student/keep-within-reach.js';
import type { StudentIdentity } from '../../_kit/student/student-identity.js';
import { MissingPersonDeterminationEntity } from '../missing-person.entity.js';
import type { PoliceRegister } from '../registers.js';
import { RecordDeterminationErrorEnum, type RecordDeterminationCode } from './determination.enums.js';
import { determinationFault, type KnownRequest } from './determination-fault.js';
import type { RecordMissingPersonDeterminationInput } from './determination.input.js';

const MISSING_PERSONS: PoliceRegister = 'MISSING_PERSONS';

/** Records what police found about a child nobody can reach: of the open request, or of one that is not registered yet. */
export function recordMissingPersonDetermination(
  context: LoaderContext,
  input: RecordMissingPersonDeterminationInput,
): Promise<RecordedPayload<RecordDeterminationCode>> {
  const { em, caller, students, today } = context;
  // Whatever rights officers of another agency were given.
  if (caller.agency !== 'police') throw new HubError('FORBIDDEN');
  const command = commandAboutPeople(context, 'police', {
    name: 'recordMissingPersonDetermination',
    input,
  });
  return runOnce(context, command, async () => {
    const refuse = refusal(RecordDeterminationErrorEnum);
    const { requestedOn, requestedBy = null, determinedOn, result } = input;
    const child = await students.load(input.studentId);
    if (!child) return refuse('CHILD_NOT_FOUND', 'studentId');
    const known = await holdRequestsOf(context, child);
    const fault = determinationFault(input, known, today);
    if (fault) return refuse(...fault);
    const found = { determinedOn, result, recordedBy: caller.subject };
    const place = placeOf(child);
    const open = known.find((request) => request.requestedOn === requestedOn);
    if (open) {
      if (place) await keepWithinReach(context, child, place);
      await em.nativeUpdate(
        MissingPersonDeterminationEntity,
        { id: open.id },
        { ...found, requestedBy: open.requestedBy ?? requestedBy },
      );
      await advanceRegister(context, MISSING_PERSONS, changeOf(open.studentId));
      return RECORDED;
    }
    const name = (await registeredName(context, child)) ?? input.childName?.trim();
    if (name === undefined) return refuse('NAME_NEEDED', 'childName');
    if (!isPersonName(name)) return refuse('NAME_INVALID', 'childName');
    if (!place) return refuse('PLACE_UNKNOWN', 'studentId');
    const request = {
      studentId: child.id,
      name,
      residenceDivisionCode: place.code,
      requestedOn,
      requestedBy,
    };
    await keepWithinReach(context, child, place);
    await em.insert(MissingPersonDeterminationEntity, { ...request, ...found });
    const after = [{ studentId: child.id }];
    await advanceRegister(context, MISSING_PERSONS, {
      asOf: null,
      before: known.length > 0 ? after : [],
      after,
    });
    return RECORDED;
  });
}

interface StoredRequest extends KnownRequest {
  readonly id: string;
  readonly studentId: string;
  readonly requestedBy: string | null;
}

/** Nobody else records anything of the child until the transaction ends: two officers at once would both find it open. */
async function holdRequestsOf({ db }: LoaderContext, { id, memberIds }: StudentIdentity) {
  await sql`select pg_advisory_xact_lock(hashtext('missing_person_determination'), hashtext(${id}))`.execute(
    db,
  );
  const { rows } = await sql<StoredRequest>`
    select id, student_id as "studentId", requested_by as "requestedBy", requested_on::text as "requestedOn",
      determined_on::text as "determinedOn"
    from missing_person_determination where student_id = any (${[...memberIds]}::text[])
    order by requested_on, id for update`.execute(db);
  return rows;
}

/** As the registration has it, else the last move, else an earlier request; undefined for whom police have none of. */
async function registeredName(
  { db }: LoaderContext,
  { memberIds }: StudentIdentity,
): Promise<string | undefined> {
  const ids = sql`${[...memberIds]}::text[]`;
  const { rows } = await sql<{ name: string }>`
    select name from (
      (select 1 as rank, name from resident where student_id = any (${ids})
        order by cancelled_on desc nulls first, registered_on desc, id desc limit 1)
      union all
      (select 2, name from floating_population_record where student_id = any (${ids})
        order by started_on desc, id desc limit 1)
      union all
      (select 3, name from missing_person_determination where student_id = any (${ids})
        order by requested_on desc, id desc limit 1)
    ) named order by rank limit 1`.execute(db);
  return rows[0]?.name;
}
