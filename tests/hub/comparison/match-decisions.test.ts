import { callerAs, type TestCaller } from '../../support/callers.js';
import { within } from '../../support/within.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;
const office: TestCaller = { ...callerAs('coordination-officer'), purpose: 'REGISTER_COMPARISON' };

let hub: ComparedAgencies;
let pair: { memberId: string; canonicalId: string };
beforeAll(async () => {
  hub = await startComparedAgencies();
  const run = await hub.compare();
  expect(run.state).toBe('COMPLETED');
  const [open] = await coordination().rows<typeof pair>(
    `select member_id as "memberId", canonical_id as "canonicalId" from match_suggestion
     where state = 'OPEN' order by 1, 2 limit 1`,
  );
  if (!open) throw new Error('The county of the tests has no match to decide.');
  pair = open;
}, PATIENCE_MS);
afterAll(() => hub.close());

const coordination = () => hub.of('coordination');

/** All that the register says, apart from times, names of runs and sealed values. */
const register = () =>
  coordination().rows<object>(
    `select to_jsonb(entry) - 'resident_id_number_sealed' - 'set_by_run' as entry,
       (select jsonb_agg(scope order by kind, code, student_id) from (
          select student_id, canonical_id, kind, code, valid_from, valid_to from student_scope
          where student_scope.canonical_id = entry.student_id) scope) as scopes,
       (select array_agg(factor order by factor) from risk_factor where risk_factor.student_id = entry.student_id) as factors
     from school_age_entry entry order by student_id`,
  );
const links = () =>
  coordination().rows<object>('select member_id, canonical_id, tier from student_link order by 1');

let keys = 0;
async function command<Payload>(name: string, input: object): Promise<Payload> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const done = name === 'undoLink' ? 'isUndone toAssign { record number on }' : 'isDecided';
  const { data, errors } = await coordination().ask<Record<string, Payload>>(
    // What was written about the child is casework.
    name === 'undoLink' ? { ...office, purpose: 'CASE_HANDLING' } : office,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${done} errors { code field } } }`,
    { input: { idempotencyKey: `decision-${(keys += 1)}-of-this-test`, ...input } },
  );
  expect(errors).toEqual([]);
  return data[name] as Payload;
}

/** The run that a decision begins. */
async function untilCompared(before: number): Promise<void> {
  const done = await within(
    PATIENCE_MS,
    () =>
      coordination().rows<{ state: string }>(
        'select state from comparison_run where finished_at is not null',
      ),
    ({ length }) => length > before,
  );
  expect(done.map(({ state }) => state)).toEqual(done.map(() => 'COMPLETED'));
}
const runs = async () => (await coordination().rows('select 1 from comparison_run')).length;

const idOf = async (id: string) =>
  (await coordination().askForStudents<{ id: string }>(office, [id], 'id')).data._entities[0]?.id;

test(
  'a person joins two records and takes it back: every answer is as before, and no run joins them again',
  async () => {
    const [before, linksBefore] = [await register(), await links()];
    expect(await idOf(pair.memberId)).toBe(pair.memberId);

    let known = await runs();
    expect(
      await command('decideMatch', { ...pair, decision: 'ONE_CHILD', reason: 'seen by the village' }),
    ).toEqual({ isDecided: true, errors: [] });
    await untilCompared(known);
    expect(await idOf(pair.memberId)).toBe(pair.canonicalId);
    expect((await register()).length).toBe(before.length - 1);

    known = await runs();
    expect(await command('undoLink', { memberId: pair.memberId, reason: 'two children after all' })).toEqual({
      isUndone: true,
      toAssign: [],
      errors: [],
    });
    await untilCompared(known);
    expect(await idOf(pair.memberId)).toBe(pair.memberId);
    expect(await links()).toEqual(linksBefore);
    expect(await register()).toEqual(before);
    const open = await coordination().rows(
      "select 1 from match_suggestion where state = 'OPEN' and member_id = ?",
      pair.memberId,
    );
    expect(open).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'a link that a run has made by itself is undone in the same way',
  async () => {
    const [link] = await coordination().rows<{ memberId: string }>(
      `select member_id as "memberId" from student_link where tier = 'GUARDIAN' order by 1 limit 1`,
    );
    const memberId = link?.memberId ?? '';
    const known = await runs();
    await command('undoLink', { memberId, reason: 'cousins of one guardian' });
    await untilCompared(known);
    expect(await idOf(memberId)).toBe(memberId);
    expect(await links()).not.toContainEqual(expect.objectContaining({ member_id: memberId }));
  },
  PATIENCE_MS,
);

test(
  'what was written about the child while the link stood is listed, and what was written before is not',
  async () => {
    const [link] = await coordination().rows<{ memberId: string; canonicalId: string; on: string }>(
      `select member_id as "memberId", canonical_id as "canonicalId", decided_on::text as on
       from student_link link where not exists (
         select from dropout_case opened where opened.student_id in (link.member_id, link.canonical_id))
       order by 1 limit 1`,
    );
    if (!link) throw new Error('No run has made a link.');
    const { memberId, canonicalId, on } = link;
    const cases = ['BEFORE-THE-LINK', 'WHILE-IT-STOOD'];
    for (const [index, number] of cases.entries())
      await hub.change(
        'coordination',
        `insert into dropout_case (student_id, case_number, state, reason, opened_on, township_code, basis)
         values ($1, $2, 'CLOSED', 'UNKNOWN', $3::date - $4::int, '520625102', 'CONFIRMED_DROPOUT')`,
        [canonicalId, number, on, 1 - index],
      );
    const known = await runs();
    expect(await command('undoLink', { memberId, reason: 'two children after all' })).toEqual({
      isUndone: true,
      toAssign: [{ record: 'CASE', number: 'WHILE-IT-STOOD', on }],
      errors: [],
    });
    await untilCompared(known);
    for (const number of cases)
      await hub.change('coordination', 'delete from dropout_case where case_number = $1', [number]);
  },
  PATIENCE_MS,
);

test(
  'a former number under which nobody stands leads to the child, one that two children had to none',
  async () => {
    const [own, shared] = [`${'a'.repeat(25)}b`, `${'a'.repeat(25)}c`];
    const residents = await hub.of('police').rows<{ id: string; canonical: string }>(
      `select resident.student_id as id, scope.canonical_id as canonical
       from resident join student_scope scope using (student_id) where cancelled_on is null and former_student_ids = '{}'
       and kind = 'RESIDENCE' and scope.origin <> 'LOCAL' order by 1 limit 2`,
    );
    for (const [index, { id }] of residents.entries())
      await hub.change('police', 'update resident set former_student_ids = $2 where student_id = $1', [
        id,
        index === 0 ? [own, shared] : [shared],
      ]);
    const reachedFromEducation = async (id: string) =>
      (await hub.of('education').rows('select from student_scope where student_id = ?', id)).length > 0;

    const first = await hub.compare();
    expect(await idOf(own)).toBe(residents[0]?.canonical);
    expect(await within(PATIENCE_MS, () => reachedFromEducation(own), Boolean)).toBe(true);
    expect([await idOf(shared), await reachedFromEducation(shared)]).toEqual([undefined, false]);
    expect((await hub.compare()).digest).toBe(first.digest);

    const known = await runs();
    await command('undoLink', { memberId: own, reason: 'a slip of the pen' });
    await untilCompared(known);
    expect(await idOf(own)).toBeUndefined();
    expect(
      await within(
        PATIENCE_MS,
        () => reachedFromEducation(own),
        (reached) => !reached,
      ),
    ).toBe(false);
  },
  PATIENCE_MS,
);

test('what is not there, or has no reason, is refused and changes nothing', async () => {
  const before = await links();
  const decide = { ...pair, decision: 'ONE_CHILD' };
  expect(await command('decideMatch', { ...decide, reason: 'x' })).toEqual({
    isDecided: false,
    errors: [{ code: 'TEXT_INVALID', field: 'reason' }],
  });
  expect(await command('decideMatch', { ...decide, reason: 'decided already' })).toEqual({
    isDecided: false,
    errors: [{ code: 'NOT_FOUND', field: 'memberId' }],
  });
  expect(await command('undoLink', { memberId: pair.memberId, reason: 'undone already' })).toEqual({
    isUndone: false,
    toAssign: [],
    errors: [{ code: 'NOT_FOUND', field: 'memberId' }],
  });
  expect(await links()).toEqual(before);
});

test('an officer sees the runs, the discrepancies of its own area and what is to be decided', async () => {
  const { data, errors } = await coordination().ask<{
    comparisonRuns: { nodes: { state: string; children: number; digest: string }[] };
    discrepancies: { nodes: { kind: string; student: { id: string }; evidence: object[] }[] };
  }>(
    office,
    `{ comparisonRuns(first: 1) { nodes { state children digest sources { agency register version asOf } } }
       discrepancies(filter: { kinds: [NEVER_ENROLLED] }, first: 5) {
         nodes { kind state student { id } township { code name } proposedDisposition firstSeenOn heldUntil
           evidence { agency register what asOf } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.comparisonRuns.nodes).toEqual([
    expect.objectContaining({
      state: 'COMPLETED',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    }),
  ]);
  expect(data.discrepancies.nodes.length).toBeGreaterThan(0);
  const elsewhere: TestCaller = { ...office, jurisdiction: [{ kind: 'DIVISION', code: '652301' }] };
  const other = await coordination().ask<typeof data>(elsewhere, '{ discrepancies { nodes { kind } } }');
  expect(other.data.discrepancies.nodes).toEqual([]);
});
