import { within } from '../../support/within.js';
import { startComparedAgencies, type ComparedAgencies } from './compared-agencies.js';

const PATIENCE_MS = 240_000;

let hub: ComparedAgencies;
beforeAll(async () => {
  hub = await startComparedAgencies();
}, PATIENCE_MS);
afterAll(() => hub.close());

const coordination = () => hub.of('coordination');
/** Without the run that wrote a line, and the sealed number. */
const entries = () =>
  coordination().rows<object>(
    "select to_jsonb(entry) - 'resident_id_number_sealed' - 'set_by_run' as entry from school_age_entry entry order by student_id",
  );

/** Where children belong, as labour was told, each row with the transaction that wrote it. */
const told = () =>
  hub.of('labour').rows<{ row: string }>(
    `select concat_ws(' ', student_id, canonical_id, kind, code, valid_from, valid_to) as row, xmin::text as by
       from student_scope where origin = 'SCHOOL_AGE_REGISTER' order by 1`,
  );
const heldByLabour = async () =>
  (
    await hub
      .of('labour')
      .rows<{ version: string }>(
        "select version from publication_state where topic = 'SCOPES SCHOOL_AGE_REGISTER'",
      )
  )[0]?.version;

test(
  'what a run finds again it neither writes nor tells again',
  async () => {
    const before = await told();
    expect(before.length).toBeGreaterThan(1000);
    const { runId, counts } = await hub.compare();
    const version = (
      await coordination().rows<{ version: number }>(
        "select version from register where code = 'SCHOOL_AGE_REGISTER'",
      )
    )[0]?.version;
    await within(PATIENCE_MS, heldByLabour, (held) => held === String(version));
    const written = await coordination().rows('select from school_age_entry where set_by_run = ?', runId);
    expect(written.length).toBeLessThan((counts['children'] ?? 0) / 2);
    expect(await told()).toEqual(before);
  },
  PATIENCE_MS,
);

test(
  'an agency whose database was put back is told all that it misses',
  async () => {
    const rowsOf = async () => (await told()).map(({ row }) => row);
    const before = await rowsOf();
    await hub.change(
      'labour',
      "delete from student_scope where origin = 'SCHOOL_AGE_REGISTER' and kind = 'SCHOOL'",
    );
    await hub.change('labour', "delete from publication_state where topic = 'SCOPES SCHOOL_AGE_REGISTER'");
    await hub.compare();
    await within(PATIENCE_MS, heldByLabour, (held) => held !== undefined);
    expect(await rowsOf()).toEqual(before);
  },
  PATIENCE_MS,
);

test(
  'a child of whom one agency has not heard yet that two numbers are its own loses nothing of what another one says',
  async () => {
    const links = await coordination().rows<{ id: string }>(
      'select member_id as id from student_link order by 1',
    );
    const [pupil] = await hub
      .of('education')
      .rows<{ id: string; name: string; sex: string; birthDate: string }>(
        `select student_id as id, name, sex, birth_date::text as "birthDate" from student_status
       where student_id in (${links.map(({ id }) => `'${id}'`).join(', ')}) order by 1 limit 1`,
      );
    const { id = '', name = '', sex = '', birthDate = '' } = pupil ?? {};
    await hub.change(
      'poverty',
      `update poverty_household_member set student_id = $1, child_name = $2, sex = $3, birth_date = $4::date
       where id = (select min(id) from poverty_household_member)`,
      [id, name, sex, birthDate],
    );
    const { digest } = await hub.compare();
    const before = await entries();
    await hub.change('poverty', 'delete from student_scope where student_id = $1', [id]);
    expect((await hub.compare()).digest).toBe(digest);
    expect(await entries()).toEqual(before);
  },
  PATIENCE_MS,
);
