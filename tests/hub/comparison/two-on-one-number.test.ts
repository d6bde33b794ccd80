import { within } from '../../support/within.js';
import { bureauOfficer } from '../../subgraphs/education/education-callers.js';
import { enrolledPupils } from '../../subgraphs/education/pupils.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;
const TOLD_MS = 60_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies();
}, PATIENCE_MS);
afterAll(() => hub.close());

const education = () => hub.of('education');

/** Of whom police too have a row, under the very id. */
async function pupilKnownToPolice(): Promise<string> {
  for (const { studentId } of await enrolledPupils(education(), 100)) {
    const [resident] = await hub.of('police').rows('select from resident where student_id = ?', studentId);
    const [absence] = await education().rows('select from absence where student_id = ?', studentId);
    if (resident && absence) return studentId;
  }
  throw new Error('The county has no such pupil.');
}

async function statusUnder(id: string) {
  const { data } = await education().askForStudents<{
    schooling: { studentStatus: { register: { state: string }; current: { name: string } | null } } | null;
  }>(bureauOfficer, [id], 'schooling { studentStatus { register { state } current { name } } }');
  return data._entities[0]?.schooling?.studentStatus.current?.name ?? null;
}

const entryOf = async (id: string) =>
  (
    await hub
      .of('coordination')
      .rows<{ name: string }>('select name from school_age_entry where student_id = ?', id)
  )[0]?.name;

test(
  'two persons on one number are two children in every answer from the run on, and stay so',
  async () => {
    const numberId = await pupilKnownToPolice();
    const own = await entryOf(numberId);
    const other = '钱多多';
    await hub.change(
      'education',
      `update student_status set name = $2, sex = case sex when 'MALE' then 'FEMALE' else 'MALE' end,
         birth_date = birth_date - 400 where student_id = $1`,
      [numberId, other],
    );
    // Of a register that no run reads.
    await hub.change(
      'education',
      `insert into home_visit (student_id, visited_on, visitor_post, occasion, guardian_met)
       values ($1, current_date, 'CLASS_TEACHER', (select occasion from home_visit limit 1), true)`,
      [numberId],
    );
    expect((await hub.compare()).state).toBe('COMPLETED');
    const splits = () =>
      education().rows<{ id: string }>(
        'select student_id as id from student_split where number_id = ?',
        numberId,
      );
    const [split] = await within(TOLD_MS, splits, (rows) => rows.length > 0);
    const apart = split?.id ?? '';
    expect(apart).toMatch(/^[a-z2-7]{26}$/);

    for (const table of ['student_status', 'absence', 'imported_row'])
      expect(await education().rows(`select from ${table} where student_id = ?`, numberId)).toEqual([]);
    // Where the child belongs is told right after.
    const shown = await within(
      TOLD_MS,
      () => statusUnder(apart),
      (name) => name !== null,
    );
    expect(shown).toBe(other);
    expect(await statusUnder(numberId)).toBeNull();
    expect([await entryOf(numberId), await entryOf(apart)]).toEqual([own, other]);
    const told = await education().rows<object>(
      `select register, kind from change where student_id = ? and register in ('STUDENT_STATUS', 'HOME_VISITS')
       order by register`,
      apart,
    );
    expect(told).toEqual([
      { register: 'HOME_VISITS', kind: 'ADDED' },
      { register: 'STUDENT_STATUS', kind: 'ADDED' },
    ]);

    expect((await hub.compare()).state).toBe('COMPLETED');
    expect([await entryOf(numberId), await entryOf(apart)]).toEqual([own, other]);
    expect(await splits()).toEqual([{ id: apart }]);
  },
  PATIENCE_MS,
);
